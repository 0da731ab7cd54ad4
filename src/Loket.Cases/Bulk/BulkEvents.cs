using Loket.Organisation;
using Loket.Storage.Journal;

namespace Loket.Cases.Bulk;

/// <summary>What somebody did to this case and others was undone; it is again with whoever had it.</summary>
[JournalEvent("case.act-undone", Audience.Staff)]
public sealed record CaseActUndone(CaseId Case, BulkKind Kind, TeamId? Team, StaffId? Handler) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

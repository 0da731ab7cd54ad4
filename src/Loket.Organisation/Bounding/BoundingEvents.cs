using Loket.Storage.Journal;

namespace Loket.Organisation.Bounding;

/// <summary>A team, or somebody of the staff, may know of cases of these areas and kinds alone; empty lists bound nothing.</summary>
[JournalEvent("organisation.bound-set", Audience.Audit)]
public sealed record BoundSet(TeamId? Team, StaffId? Staff, IReadOnlyList<string> Areas, IReadOnlyList<string> Types) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Team?.Value ?? Staff?.Value ?? Guid.Empty];
}

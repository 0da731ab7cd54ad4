using Loket.Storage.Journal;

namespace Loket.Cases.Together;

/// <summary>A case goes on as part of another; who asked for it is told.</summary>
[JournalEvent("case.merged", Audience.Staff)]
public sealed record CaseMerged(CaseId Case, CaseId Part, string Reference, string PartReference) : ITellsParticipants, IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, Part.Value];
}

/// <summary>A case that went on as part of another goes on by itself again; who asked for it is told.</summary>
[JournalEvent("case.parted", Audience.Staff)]
public sealed record CaseParted(CaseId Case, CaseId From, string Reference, string FromReference) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, From.Value];
}

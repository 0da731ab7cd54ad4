using Loket.Storage.Journal;

namespace Loket.Cases.Together;

/// <summary>On whose timeline a link is told: of a secret and what everybody sees, on that of the secret alone.</summary>
public enum CaseLinkTeller
{
    /// <summary>On both.</summary>
    Both,

    /// <summary>On that of the case that was linked.</summary>
    Case,

    /// <summary>On that of the other.</summary>
    Other,
}

/// <summary>Two cases belong together.</summary>
[JournalEvent("case.linked", Audience.Staff)]
public sealed record CaseLinked(CaseId Case, CaseId Other, LinkedAs As, CaseLinkTeller On) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => On switch { CaseLinkTeller.Case => [Case.Value], CaseLinkTeller.Other => [Other.Value], _ => [Case.Value, Other.Value] };
}

/// <summary>Two cases do not belong together after all.</summary>
[JournalEvent("case.unlinked", Audience.Staff)]
public sealed record CaseUnlinked(CaseId Case, CaseId Other, CaseLinkTeller On) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => On switch { CaseLinkTeller.Case => [Case.Value], CaseLinkTeller.Other => [Other.Value], _ => [Case.Value, Other.Value] };
}

/// <summary>Some of those who asked turned out to ask for something else, which became a case; they are told where that changes something for them.</summary>
[JournalEvent("case.split", Audience.Staff)]
public sealed record CaseSplit(CaseId Case, CaseId From, string Reference, string FromReference, int Contacts, bool IsNews) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value, From.Value];
}

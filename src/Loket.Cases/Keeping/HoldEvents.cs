using Loket.Kernel;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Somebody keeps a case from being destroyed until a day.</summary>
[JournalEvent("case.held", Audience.Staff)]
public sealed record CaseHeld(CaseId Case, LocalDate Until, [property: Personal("accountability", "case")] string? Reason) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case is no longer kept from being destroyed.</summary>
[JournalEvent("case.hold-lifted", Audience.Staff)]
public sealed record CaseHoldLifted(CaseId Case) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

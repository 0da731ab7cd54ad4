using Loket.Kernel;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Snoozing;

/// <summary>Why a case that slept is to be looked at again.</summary>
public enum WakeCause
{
    /// <summary>The day came that was set.</summary>
    Day,

    /// <summary>Something new happened.</summary>
    News,

    /// <summary>Somebody took it up again, or gave it to another.</summary>
    Person,
}

/// <summary>Nothing can be done about a case before a day; until then it is left out of the lists of what is to be done now.</summary>
[JournalEvent("case.snoozed", Audience.Staff)]
public sealed record CaseSnoozed(CaseId Case, LocalDate Until, [property: Personal("handling", "case")] string? Reason) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case that slept is to be looked at again.</summary>
[JournalEvent("case.woken", Audience.Staff)]
public sealed record CaseWoken(CaseId Case, WakeCause Cause) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

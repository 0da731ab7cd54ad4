using Loket.Storage.Journal;

namespace Loket.Organisation.Settings;

/// <summary>The municipality's working time was set.</summary>
[JournalEvent("organisation.calendar-set", Audience.Staff)]
public sealed record CalendarSet(CalendarDetails Calendar) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

/// <summary>The municipality's name, number, prefix or address was set.</summary>
[JournalEvent("organisation.profile-set", Audience.Staff)]
public sealed record ProfileSet(Profile Profile) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [];
}

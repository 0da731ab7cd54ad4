using NodaTime;

namespace Loket.Organisation.People;

/// <summary>What somebody set about being there.</summary>
public enum Presence
{
    /// <summary>Here, within the own hours.</summary>
    Present,

    /// <summary>Here, not to be disturbed.</summary>
    Busy,

    /// <summary>Not here, until a moment or until further notice.</summary>
    Away,
}

/// <summary>Whether somebody can be reached at a moment.</summary>
public enum Availability
{
    /// <summary>Can be reached.</summary>
    Present,

    /// <summary>Is there, is better not called.</summary>
    Busy,

    /// <summary>Is away, as set.</summary>
    Away,

    /// <summary>Does not work at this hour.</summary>
    OffHours,

    /// <summary>No longer works here.</summary>
    Gone,
}

/// <summary>Finds out whether somebody can be reached: what was set, the own hours, else the municipality's.</summary>
public static class Reach
{
    /// <summary>Whether this person can be reached at an instant.</summary>
    /// <param name="person">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="calendar">The municipality's hours and time zone.</param>
    public static Availability At(StaffCard person, Instant at, Kernel.Calendars.MunicipalCalendar calendar)
    {
        if (person.ClosedAt is { } closed && closed <= at) return Availability.Gone;
        if (person.Presence == Presence.Away && (person.AwayUntil is not { } until || at < until)) return Availability.Away;

        var local = at.InZone(calendar.Zone).LocalDateTime;
        var works = person.Hours.IsEmpty
            ? calendar.HoursOn(local.Date).Any(hours => hours.From <= local.TimeOfDay && (hours.Until == LocalTime.Midnight || local.TimeOfDay < hours.Until))
            : person.Hours.Cover(local) && calendar.HolidayOn(local.Date) is null && calendar.ExceptionOn(local.Date) is not { Hours.IsEmpty: true };
        if (!works) return Availability.OffHours;
        return person.Presence == Presence.Busy ? Availability.Busy : Availability.Present;
    }

    /// <summary>Whether it is a day on which the municipality works and this person, by the own hours, does not. The evening of a day on which they work is none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="calendar">The municipality's hours and time zone.</param>
    public static bool HasDayOff(StaffCard person, Instant at, Kernel.Calendars.MunicipalCalendar calendar)
    {
        if (person.Hours.IsEmpty) return false;
        var day = at.InZone(calendar.Zone).Date;
        return !calendar.HoursOn(day).IsEmpty && !person.Hours.Days.ContainsKey(day.DayOfWeek);
    }
}

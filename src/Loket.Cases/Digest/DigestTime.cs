using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Cases.Digest;

/// <summary>When colleagues get the overview of their work: on the morning of each working day, before the doors open.</summary>
internal static class DigestTime
{
    private static readonly LocalTime Morning = new(7, 30);

    /// <summary>The next morning after a moment on which there is an overview.</summary>
    public static Instant After(Instant moment, MunicipalCalendar calendar)
    {
        for (var day = moment.InZone(calendar.Zone).Date; ; day = day.PlusDays(1))
        {
            if (!calendar.HoursOn(day).IsEmpty && At(day, calendar) is var at && at > moment) return at;
        }
    }

    /// <summary>The day of which there is an overview at a moment: a working day from its morning on, however late; null otherwise.</summary>
    public static LocalDate? DayAt(Instant moment, MunicipalCalendar calendar)
    {
        var day = moment.InZone(calendar.Zone).Date;
        return !calendar.HoursOn(day).IsEmpty && At(day, calendar) <= moment ? day : null;
    }

    private static Instant At(LocalDate day, MunicipalCalendar calendar) => day.At(Morning).InZoneLeniently(calendar.Zone).ToInstant();
}

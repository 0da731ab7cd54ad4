using System.Globalization;
using NodaTime;

namespace Loket.Web.Components;

/// <summary>Dates and times as people say them: days in words, times in 24 hours.</summary>
public static class DateWords
{
    /// <summary>"donderdag 26 november 2026".</summary>
    public static string Long(LocalDate date, CultureInfo culture) => date.ToString("dddd d MMMM uuuu", culture);

    /// <summary>"26 november 2026".</summary>
    public static string Medium(LocalDate date, CultureInfo culture) => date.ToString("d MMMM uuuu", culture);

    /// <summary>"26 nov", for narrow columns.</summary>
    public static string Short(LocalDate date, CultureInfo culture) => date.ToString("d MMM", culture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"vr 27 nov", for narrow columns where the weekday helps.</summary>
    public static string ShortDay(LocalDate date, CultureInfo culture) => date.ToString("ddd d MMM", culture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>"14:05".</summary>
    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"vandaag 10:00–12:00", "morgen 10:00–12:00", "ma 30 nov 10:00–12:00".</summary>
    /// <param name="from">When it begins.</param>
    /// <param name="until">When it ends, on the same day.</param>
    /// <param name="today">The day on which it is read.</param>
    /// <param name="culture">The reader's language.</param>
    public static string Between(LocalDateTime from, LocalTime until, LocalDate today, CultureInfo culture) => $"{Near(from.Date, today, culture)} {Time(from.TimeOfDay)}–{Time(until)}";

    private static string Near(LocalDate day, LocalDate today, CultureInfo culture)
    {
        var shared = TextCatalogue.Default.For("Components/Texts/Shared", culture);
        return day == today ? shared["Today"] : day == today.PlusDays(1) ? shared["Tomorrow"] : ShortDay(day, culture);
    }

    /// <summary>"26 november 2026, 14:05".</summary>
    public static string Moment(LocalDateTime moment, CultureInfo culture) => Medium(moment.Date, culture) + ", " + Time(moment.TimeOfDay);
}

using NodaTime;
using NodaTime.Text;

namespace Loket.Unit.Kernel.Calendars;

/// <summary>Local Dutch moments in tables: "2026-03-28 16:30".</summary>
internal static class At
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    public static Instant Local(string text) => Amsterdam.AtLeniently(Pattern.Parse(text).Value).ToInstant();

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static string Text(Instant at) => Pattern.Format(at.InZone(Amsterdam).LocalDateTime);
}

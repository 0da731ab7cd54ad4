using Loket.Kernel.Calendars;
using Loket.Web.Components;
using NodaTime;

namespace Loket.Web.Pages.Staff;

/// <summary>A deadline as people count it: its day, and how many days there are until then.</summary>
/// <param name="Day">The promised day.</param>
/// <param name="Days">Days until then; negative when it has passed, 0 for today.</param>
/// <param name="Working">Working days; calendar days for a statutory term.</param>
/// <param name="Until">The moment itself, on the clock of the municipality.</param>
/// <param name="Late">Whether that moment has passed, be it earlier today.</param>
public sealed record DaysLeft(LocalDate Day, int Days, bool Working, LocalTime Until, bool Late)
{
    // Beyond this it is simply far away; nobody counts working days over years.
    private const int Furthest = 750;

    /// <summary>The date beside the words: "vr 27 nov", "sinds di 17 nov", and today the hour.</summary>
    public string When
    {
        get
        {
            var say = StaffWords.Here;
            var moment = Days == 0 ? DateWords.Time(Until) : DateWords.ShortDay(Day, say.Culture);
            return Late ? say["Due.Since", moment] : Days == 0 ? say["Due.Before", moment] : moment;
        }
    }

    /// <summary>Counts. In working days only days on which the municipality works count; late is at least one day late.</summary>
    public static DaysLeft For(Instant deadline, Instant now, MunicipalCalendar calendar, DeadlineCalendar kind)
    {
        var local = deadline.InZone(calendar.Zone).LocalDateTime;
        var (day, late) = (local.Date, now > deadline);
        var today = now.InZone(calendar.Zone).Date;
        var apart = Period.Between(today, day, PeriodUnits.Days).Days;
        if (kind == DeadlineCalendar.Statutory || Math.Abs(apart) > Furthest) return new DaysLeft(day, apart, Working: false, local.TimeOfDay, late);
        if (apart == 0) return new DaysLeft(day, 0, Working: true, local.TimeOfDay, late);
        var (first, last) = apart > 0 ? (today.PlusDays(1), day) : (day.PlusDays(1), today);
        var working = 0;
        for (var one = first; one <= last; one = one.PlusDays(1)) working += calendar.HoursOn(one).IsEmpty ? 0 : 1;
        return new DaysLeft(day, apart > 0 ? working : -Math.Max(1, working), Working: true, local.TimeOfDay, late);
    }
}

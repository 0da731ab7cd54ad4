using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Web.Pages.Staff;

/// <summary>A deadline as people count it: its day, and how many days there are until then.</summary>
/// <param name="Day">The promised day.</param>
/// <param name="Days">Days until then; negative when it has passed, 0 for today.</param>
/// <param name="Working">Working days; calendar days for a statutory term.</param>
public sealed record DaysLeft(LocalDate Day, int Days, bool Working)
{
    // Beyond this it is simply far away; nobody counts working days over years.
    private const int Furthest = 750;

    /// <summary>Counts. In working days only days on which the municipality works count; late is at least one day late.</summary>
    public static DaysLeft Until(Instant deadline, Instant now, MunicipalCalendar calendar, DeadlineCalendar kind)
    {
        var day = deadline.InZone(calendar.Zone).Date;
        var today = now.InZone(calendar.Zone).Date;
        var apart = Period.Between(today, day, PeriodUnits.Days).Days;
        if (kind == DeadlineCalendar.Statutory || Math.Abs(apart) > Furthest) return new DaysLeft(day, apart, Working: false);
        if (apart == 0) return new DaysLeft(day, 0, Working: true);
        var (first, last) = apart > 0 ? (today.PlusDays(1), day) : (day.PlusDays(1), today);
        var working = 0;
        for (var one = first; one <= last; one = one.PlusDays(1)) working += calendar.HoursOn(one).IsEmpty ? 0 : 1;
        return new DaysLeft(day, apart > 0 ? working : -Math.Max(1, working), Working: true);
    }
}

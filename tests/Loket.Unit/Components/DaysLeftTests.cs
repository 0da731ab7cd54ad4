using Loket.Kernel.Calendars;
using Loket.Web.Pages.Staff;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Loket.Unit.Components;

public sealed class DaysLeftTests
{
    private static readonly MunicipalCalendar Office = MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0));

    // 3 March 2026 is a Tuesday; Easter Monday is 6 April.
    [Theory]
    [InlineData("2026-03-03T10:00", "2026-03-06T17:00", 3, false)]   // Wednesday, Thursday, Friday
    [InlineData("2026-03-03T10:00", "2026-03-09T17:00", 4, false)]   // over the weekend
    [InlineData("2026-04-02T10:00", "2026-04-07T17:00", 2, false)]   // over Easter
    [InlineData("2026-03-03T10:00", "2026-03-03T17:00", 0, false)]
    [InlineData("2026-03-03T10:00", "2026-03-03T09:00", 0, true)]    // earlier today
    [InlineData("2026-03-03T10:00", "2026-03-02T17:00", -1, true)]
    [InlineData("2026-03-10T10:00", "2026-03-06T17:00", -2, true)]   // Monday and Tuesday
    [InlineData("2026-03-08T10:00", "2026-03-06T17:00", -1, true)]   // on Sunday at least one
    public void Working_days_are_counted_as_the_municipality_works(string now, string deadline, int days, bool late)
    {
        var left = DaysLeft.For(At(deadline), At(now), Office, DeadlineCalendar.WorkingTime);

        Assert.Equal((days, true, late), (left.Days, left.Working, left.Late));
        Assert.Equal(Parse(deadline), left.Day + left.Until);
    }

    [Theory]
    [InlineData("2026-03-03T10:00", "2026-03-09T23:59", 6, false)]
    [InlineData("2026-03-03T10:00", "2026-03-01T23:59", -2, true)]
    public void A_term_of_the_law_is_counted_in_days_of_the_calendar(string now, string deadline, int days, bool late)
    {
        var left = DaysLeft.For(At(deadline), At(now), Office, DeadlineCalendar.Statutory);

        Assert.Equal((days, false, late), (left.Days, left.Working, left.Late));
    }

    [Fact]
    public void What_is_years_away_is_not_counted_in_working_days() =>
        Assert.False(DaysLeft.For(At("2031-03-03T10:00"), At("2026-03-03T10:00"), Office, DeadlineCalendar.WorkingTime).Working);

    private static Instant At(string local) => Parse(local).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();

    private static LocalDateTime Parse(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value;
}

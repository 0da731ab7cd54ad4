using System.Collections.Immutable;
using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Kernel.Calendars;

public sealed class MunicipalCalendarTests
{
    private static readonly OpeningHours Morning = new(new LocalTime(9, 0), new LocalTime(12, 0));
    private static readonly OpeningHours Afternoon = new(new LocalTime(13, 0), new LocalTime(17, 0));

    [Fact]
    public void An_exception_wins_over_a_holiday_and_a_holiday_over_the_week()
    {
        var open = new DayException(At.Day("2026-04-27"), [Morning], "Koningsdag: paspoorten");
        var bridge = DayException.Closed(At.Day("2026-05-15"), "brugdag");
        var calendar = new MunicipalCalendar(Mondays(Morning, Afternoon), MunicipalCalendar.CustomaryHolidays, exceptions: [bridge, open]);

        Assert.Equal([Morning], calendar.HoursOn(At.Day("2026-04-27")));
        Assert.Empty(calendar.HoursOn(At.Day("2026-05-15")));
        Assert.Empty(calendar.HoursOn(At.Day("2026-04-06")));
        Assert.Equal([Morning, Afternoon], calendar.HoursOn(At.Day("2026-04-13")));
        Assert.Empty(calendar.HoursOn(At.Day("2026-04-14")));
        Assert.Equal([open.Day, bridge.Day], calendar.Exceptions.Select(exception => exception.Day));
    }

    [Theory]
    [InlineData(false, "2025-05-05", true)]
    [InlineData(false, "2026-05-05", true)]
    [InlineData(true, "2025-05-05", true)]
    [InlineData(true, "2026-05-05", false)]
    public void Liberation_day_every_year_or_in_lustrum_years(bool lustrumOnly, string day, bool isHoliday)
    {
        var calendar = new MunicipalCalendar(Mondays(Morning), MunicipalCalendar.CustomaryHolidays, lustrumOnly);
        Assert.Equal(isHoliday, calendar.HolidayOn(At.Day(day)) == DutchHoliday.LiberationDay);
    }

    [Fact]
    public void Ascension_on_5_May_closes_also_where_liberation_day_does_not() =>
        Assert.Equal(DutchHoliday.Ascension, new MunicipalCalendar(Mondays(Morning), MunicipalCalendar.CustomaryHolidays, liberationDayInLustrumOnly: true).HolidayOn(At.Day("2016-05-05")));

    [Fact]
    public void Good_Friday_is_worked_unless_the_municipality_says_otherwise()
    {
        Assert.DoesNotContain(DutchHoliday.GoodFriday, MunicipalCalendar.CustomaryHolidays);
        Assert.NotEmpty(MunicipalCalendar.Weekdays(new LocalTime(8, 0), new LocalTime(17, 0)).HoursOn(At.Day("2026-04-03")));
    }

    [Fact]
    public void Hours_are_put_in_order() => Assert.Equal([Morning, Afternoon], new MunicipalCalendar(Mondays(Afternoon, Morning), []).HoursOn(IsoDayOfWeek.Monday));

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new OpeningHours(new LocalTime(17, 0), new LocalTime(9, 0)));
        Assert.Throws<ArgumentException>(() => new MunicipalCalendar(Mondays(), []));
        Assert.Throws<ArgumentException>(() => new MunicipalCalendar(Mondays(Morning, new(new(11, 0), new(13, 0))), []));
        Assert.Throws<ArgumentException>(() => new MunicipalCalendar(Mondays(OpeningHours.AllDay, Morning), []));
        Assert.Throws<ArgumentException>(() => new MunicipalCalendar(Mondays(Morning), [], exceptions: [DayException.Closed(At.Day("2026-05-15"), "a"), DayException.Closed(At.Day("2026-05-15"), "b")]));
    }

    private static Dictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> Mondays(params ImmutableArray<OpeningHours> hours) => new() { [IsoDayOfWeek.Monday] = hours };
}

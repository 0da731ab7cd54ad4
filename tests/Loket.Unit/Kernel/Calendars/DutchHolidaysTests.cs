using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Kernel.Calendars;

public sealed class DutchHolidaysTests
{
    [Theory]
    [InlineData(1961, "1961-04-02")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_found(int year, string day) => Assert.Equal(At.Day(day), DutchHolidays.EasterSunday(year));

    [Fact]
    public void Easter_is_always_a_Sunday_between_22_March_and_25_April()
    {
        for (var year = 1900; year < 3000; year++)
        {
            var easter = DutchHolidays.EasterSunday(year);
            Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
        }
    }

    [Fact]
    public void The_year_2026() => Assert.Equal(
        [
            "2026-01-01 Nieuwjaarsdag", "2026-04-03 Goede Vrijdag", "2026-04-05 eerste paasdag", "2026-04-06 tweede paasdag", "2026-04-27 Koningsdag", "2026-05-05 Bevrijdingsdag",
            "2026-05-14 Hemelvaartsdag", "2026-05-24 eerste pinksterdag", "2026-05-25 tweede pinksterdag", "2026-12-25 eerste kerstdag", "2026-12-26 tweede kerstdag",
        ],
        DutchHolidays.Of(2026).Select(holiday => $"{holiday.Day:uuuu-MM-dd} {DutchHolidays.DutchName(holiday.Holiday)}"));

    [Theory]
    [InlineData(2014, "2014-04-26")]   // the first King's Day, and its 27 April was a Sunday
    [InlineData(2024, "2024-04-27")]
    [InlineData(2025, "2025-04-26")]
    [InlineData(2031, "2031-04-26")]
    [InlineData(2013, "2013-04-30")]
    [InlineData(2006, "2006-04-29")]
    public void Kings_day_is_never_on_a_Sunday(int year, string day) =>
        Assert.Equal(At.Day(day), DutchHolidays.Of(year).Single(holiday => holiday.Holiday == DutchHoliday.KingsDay).Day);

    [Fact]
    public void Two_holidays_can_share_a_day() =>
        Assert.Equal([DutchHoliday.LiberationDay, DutchHoliday.Ascension], DutchHolidays.On(new LocalDate(2016, 5, 5)));

    [Theory]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    [InlineData(2030, true)]
    public void Lustrum_years(int year, bool isLustrum) => Assert.Equal(isLustrum, DutchHolidays.IsLustrum(year));

    [Fact]
    public void Every_holiday_has_a_name_in_both_languages() => Assert.All(Enum.GetValues<DutchHoliday>(), holiday =>
    {
        Assert.NotEmpty(DutchHolidays.DutchName(holiday));
        Assert.NotEmpty(DutchHolidays.EnglishName(holiday));
    });
}

using Loket.Cases.Digest;
using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class DigestTimeTests
{
    private static readonly MunicipalCalendar Calendar = MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0));

    [Theory]
    [InlineData("2026-03-03T06:00", "2026-03-03T07:30")]   // Tuesday, before the morning
    [InlineData("2026-03-03T07:30", "2026-03-04T07:30")]   // it has just been
    [InlineData("2026-03-06T09:00", "2026-03-09T07:30")]   // Friday, over the weekend
    [InlineData("2026-04-02T09:00", "2026-04-03T07:30")]   // Maundy Thursday; Good Friday is worked
    [InlineData("2026-04-03T09:00", "2026-04-07T07:30")]   // over Easter Monday
    [InlineData("2026-03-27T09:00", "2026-03-30T07:30")]   // summer time begins in between
    public void The_next_overview_is_on_the_next_working_morning(string now, string next) => Assert.Equal(At(next), DigestTime.After(At(now), Calendar));

    [Theory]
    [InlineData("2026-03-03T07:29", null)]
    [InlineData("2026-03-03T07:30", "2026-03-03")]
    [InlineData("2026-03-03T16:00", "2026-03-03")]   // late, after downtime: still today's
    [InlineData("2026-03-07T10:00", null)]           // Saturday
    [InlineData("2026-04-06T10:00", null)]           // Easter Monday
    public void There_is_one_for_a_working_day_from_its_morning_on(string now, string? day) =>
        Assert.Equal(day, DigestTime.DayAt(At(now), Calendar)?.ToString("uuuu-MM-dd", null));

    private static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value.InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
}

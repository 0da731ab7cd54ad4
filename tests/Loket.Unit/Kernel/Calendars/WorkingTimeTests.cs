using System.Collections.Immutable;
using CsCheck;
using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Kernel.Calendars;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTime Office = new(MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0)));
    private static readonly WorkingTime AllHours = new(new MunicipalCalendar(
        Enumerable.Range(1, 7).ToDictionary(day => (IsoDayOfWeek)day, _ => ImmutableArray.Create(OpeningHours.AllDay)), []));
    private static readonly WorkingTime EveningsAndSplit = new(new MunicipalCalendar(
        new Dictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>>
        {
            [IsoDayOfWeek.Monday] = [new(new(9, 0), new(12, 30)), new(new(13, 30), new(17, 0))],
            [IsoDayOfWeek.Thursday] = [new(new(14, 0), new(20, 0))],
            [IsoDayOfWeek.Sunday] = [new(new(2, 0), new(2, 45)), new(new(2, 45), new(4, 0))],   // across both changes of the clock
        },
        MunicipalCalendar.CustomaryHolidays,
        exceptions: [DayException.Closed(new LocalDate(2026, 6, 1), "verhuizing"), new(new LocalDate(2026, 6, 2), [new(new(10, 0), default)], "inhaaldag")]));

    [Theory]
    [InlineData("2026-03-02 09:00", 2, "2026-03-02 11:00")]
    [InlineData("2026-03-02 16:00", 2, "2026-03-03 09:30")]
    [InlineData("2026-03-02 16:00", 1, "2026-03-02 17:00")]    // closing time, not the next morning
    [InlineData("2026-03-06 16:30", 1, "2026-03-09 09:00")]    // over a weekend
    [InlineData("2026-03-07 12:00", 1, "2026-03-09 09:30")]    // begins in a weekend
    [InlineData("2026-04-03 16:30", 1, "2026-04-07 09:00")]    // over Easter; Good Friday is worked
    [InlineData("2026-04-24 16:00", 2, "2026-04-28 09:30")]    // over a weekend and King's Day
    [InlineData("2025-12-24 16:00", 10, "2025-12-30 09:00")]   // Christmas: 1 hour, 8.5 on the 29th, half an hour
    [InlineData("2026-03-27 16:00", 2, "2026-03-30 09:30")]    // summer time starts in between
    [InlineData("2026-10-23 16:00", 2, "2026-10-26 09:30")]    // winter time starts in between
    public void Hours_are_added_in_working_time(string start, int hours, string end) =>
        Assert.Equal(end, At.Text(Office.AddWorkingHours(At.Local(start), Duration.FromHours(hours))));

    [Theory]
    [InlineData("2026-03-02 11:00", 2, "2026-03-02 09:00")]
    [InlineData("2026-03-03 09:30", 2, "2026-03-02 16:00")]
    [InlineData("2026-03-03 08:30", 1, "2026-03-02 16:00")]    // opening time: nothing of that day
    [InlineData("2026-03-09 09:00", 1, "2026-03-06 16:30")]    // over a weekend
    [InlineData("2026-03-08 12:00", 1, "2026-03-06 16:00")]    // ends in a weekend
    [InlineData("2026-04-07 09:00", 1, "2026-04-03 16:30")]    // over Easter; Good Friday is worked
    [InlineData("2026-03-30 09:30", 2, "2026-03-27 16:00")]    // summer time starts in between
    [InlineData("2026-03-07 12:00", 0, "2026-03-07 12:00")]
    public void Hours_are_gone_back_in_working_time(string until, int hours, string start) =>
        Assert.Equal(start, At.Text(Office.GoBackWorkingHours(At.Local(until), Duration.FromHours(hours))));

    [Theory]
    [InlineData("2026-03-02 09:00", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-02 23:59", 1, "2026-03-03 17:00")]
    [InlineData("2026-03-06 10:00", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-07 10:00", 1, "2026-03-09 17:00")]
    [InlineData("2026-03-02 09:00", 5, "2026-03-09 17:00")]
    [InlineData("2026-04-23 10:00", 3, "2026-04-29 17:00")]    // weekend, King's Day
    [InlineData("2026-05-13 10:00", 1, "2026-05-15 17:00")]    // Ascension
    public void Days_are_added_in_working_time(string start, int days, string end) =>
        Assert.Equal(end, At.Text(Office.AddWorkingDays(At.Local(start), days)));

    [Theory]
    [InlineData("2026-03-03 10:00", "2026-03-03 15:00", "2026-03-04 17:00")]   // ends before closing: the day still counts
    [InlineData("2026-03-03 10:00", "2026-03-05 15:00", "2026-03-06 17:00")]   // Tuesday and Wednesday stand still at closing
    [InlineData("2026-03-04 16:59", "2026-03-04 17:00", "2026-03-05 17:00")]   // the last day, over closing time
    [InlineData("2026-03-01 00:00", "2026-03-02 12:00", "2026-03-04 17:00")]   // over before the first day
    [InlineData("2026-03-04 17:00", "2026-03-20 12:00", "2026-03-04 17:00")]   // begins after the end
    public void A_pause_takes_the_working_days_that_it_stands_over(string from, string until, string end) =>
        Assert.Equal(end, At.Text(Office.AddWorkingDays(At.Local("2026-03-02 11:00"), 2, [new Interval(At.Local(from), At.Local(until))])));

    [Theory]
    [InlineData("2026-03-29 00:00", 23, "2026-03-30 00:00")]
    [InlineData("2026-10-25 00:00", 25, "2026-10-26 00:00")]
    public void A_day_of_the_clock_change_has_its_real_hours(string start, int hours, string end) =>
        Assert.Equal(end, At.Text(AllHours.AddWorkingHours(At.Local(start), Duration.FromHours(hours))));

    [Theory]
    [InlineData("2026-03-22", 120)]
    [InlineData("2026-03-29", 60)]     // two o'clock does not exist: work starts at three
    [InlineData("2026-10-25", 180)]    // the hour from two to three comes twice
    public void Opening_hours_in_the_hour_of_the_clock_change(string day, int minutes) =>
        Assert.Equal(minutes, EveningsAndSplit.OpenOn(At.Day(day)).Sum(open => open.Duration.TotalMinutes));

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-02 10:00")]
    [InlineData("2026-03-02 08:00", "2026-03-02 08:30")]
    [InlineData("2026-03-02 17:00", "2026-03-03 08:30")]
    [InlineData("2026-12-24 18:00", "2026-12-28 08:30")]
    public void The_next_working_moment(string at, string next)
    {
        Assert.Equal(next, At.Text(Office.NextWorkingMoment(At.Local(at))));
        Assert.Equal(at == next, Office.IsWorking(At.Local(at)));
    }

    [Theory]
    [InlineData("2026-03-02 09:00", "2026-03-02 11:00", 120)]
    [InlineData("2026-03-06 16:00", "2026-03-09 09:30", 120)]
    [InlineData("2026-03-07 00:00", "2026-03-08 23:00", 0)]
    [InlineData("2026-03-02 11:00", "2026-03-02 09:00", 0)]
    [InlineData("2026-03-02 00:00", "2026-03-09 00:00", 5 * 510)]
    public void Working_time_between_moments(string from, string until, int minutes) =>
        Assert.Equal(minutes, Office.WorkingTimeBetween(At.Local(from), At.Local(until)).TotalMinutes);

    [Fact]
    public void Overlapping_pauses_count_once()
    {
        Interval[] pauses = [new(At.Local("2026-03-02 10:00"), At.Local("2026-03-02 12:00")), new(At.Local("2026-03-02 11:00"), At.Local("2026-03-02 13:00")), new(At.Local("2026-03-02 12:15"), At.Local("2026-03-02 12:30"))];
        Assert.Equal("2026-03-02 15:00", At.Text(Office.AddWorkingHours(At.Local("2026-03-02 09:00"), Duration.FromHours(3), pauses)));
    }

    [Fact]
    public void Nothing_is_added_backwards()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.AddWorkingHours(At.Local("2026-03-02 09:00"), Duration.FromHours(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Office.AddWorkingDays(At.Local("2026-03-02 09:00"), 0));
    }

    private static readonly Gen<Instant> Moments = Gen.Int[0, 3 * 366 * 24 * 60].Select(minutes => Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(minutes));
    private static readonly Gen<Interval[]> Pauses = Gen.Select(Moments, Gen.Int[0, 20_000]).Select((from, minutes) => new Interval(from, from + Duration.FromMinutes(minutes))).Array[0, 5];
    private static readonly Gen<WorkingTime> Calendars = Gen.Int[0, 2].Select(which => new[] { Office, AllHours, EveningsAndSplit }[which]);

    [Fact]
    public void What_was_added_lies_between() => Gen.Select(Calendars, Moments, Gen.Int[0, 12_000], Pauses).Sample((calendar, start, minutes, pauses) =>
    {
        var end = calendar.AddWorkingHours(start, Duration.FromMinutes(minutes), pauses);
        Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTimeBetween(start, end, pauses));
    }, iter: 2000);

    [Fact]
    public void Adding_in_two_goes_is_adding_at_once() => Gen.Select(Calendars, Moments, Gen.Int[1, 3000], Gen.Int[1, 3000], Pauses).Sample((calendar, start, first, second, pauses) =>
        Assert.Equal(
            calendar.AddWorkingHours(start, Duration.FromMinutes(first + second), pauses),
            calendar.AddWorkingHours(calendar.AddWorkingHours(start, Duration.FromMinutes(first), pauses), Duration.FromMinutes(second), pauses)), iter: 2000);

    [Fact]
    public void Later_starts_never_end_earlier() => Gen.Select(Calendars, Moments, Gen.Int[0, 5000], Gen.Int[1, 20], Pauses).Sample((calendar, start, later, amount, pauses) =>
    {
        var second = start + Duration.FromMinutes(later);
        Assert.True(calendar.AddWorkingHours(start, Duration.FromHours(amount), pauses) <= calendar.AddWorkingHours(second, Duration.FromHours(amount), pauses));
        Assert.True(calendar.AddWorkingDays(start, amount, pauses) <= calendar.AddWorkingDays(second, amount, pauses));
    }, iter: 2000);

    [Fact]
    public void A_pause_never_brings_a_deadline_nearer_and_no_deadline_falls_in_one() => Gen.Select(Calendars, Moments, Gen.Int[1, 20], Pauses).Sample((calendar, start, days, pauses) =>
    {
        var end = calendar.AddWorkingDays(start, days, pauses);
        Assert.True(end >= calendar.AddWorkingDays(start, days));
        Assert.DoesNotContain(pauses, pause => pause.Start < end && end < pause.End);
    }, iter: 2000);
}

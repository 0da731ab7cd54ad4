using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Kernel.Calendars;

public sealed class DeadlinesTests
{
    private static readonly Deadlines Deadlines = new(MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0)), new StatutoryCalendar());

    // Checked by hand against the calendar and the articles named.
    [Theory]
    [InlineData("2026-02-02 10:00", NormKind.CalendarWeeks, 6, "2026-03-16")]    // Monday to Monday
    [InlineData("2026-02-21 10:00", NormKind.CalendarWeeks, 6, "2026-04-07")]    // Saturday before Easter, Sunday, Easter Monday: art. 1
    [InlineData("2026-02-20 10:00", NormKind.CalendarWeeks, 6, "2026-04-07")]    // Good Friday counts as a holiday: art. 3, second paragraph
    [InlineData("2026-04-02 10:00", NormKind.CalendarWeeks, 6, "2026-05-18")]    // Ascension, then the Friday that a decree names, then the weekend
    [InlineData("2026-04-07 10:00", NormKind.CalendarWeeks, 4, "2026-05-06")]    // 5 May, every year
    [InlineData("2025-11-20 10:00", NormKind.CalendarWeeks, 6, "2026-01-05")]    // New Year's Day, 2 January by decree, weekend
    [InlineData("2025-11-13 23:59", NormKind.CalendarWeeks, 6, "2025-12-29")]    // Christmas on Thursday and Friday
    [InlineData("2026-03-02 10:00", NormKind.CalendarDays, 14, "2026-03-16")]
    [InlineData("2026-03-05 10:00", NormKind.CalendarDays, 2, "2026-03-09")]     // Saturday
    [InlineData("2026-04-02 10:00", NormKind.CalendarDays, 3, "2026-04-08")]     // over Easter two ordinary days, the 7th and 8th: art. 2
    [InlineData("2026-04-02 10:00", NormKind.CalendarDays, 2, "2026-04-07")]     // shorter than three days: art. 1 alone
    [InlineData("2026-03-09 10:00", NormKind.CalendarDays, 90, "2026-06-08")]    // 7 June is a Sunday; 90 days is not more than 90
    [InlineData("2026-03-08 10:00", NormKind.CalendarDays, 91, "2026-06-07")]    // more than 90: the Sunday stands, art. 4
    [InlineData("2026-02-08 10:00", NormKind.CalendarWeeks, 12, "2026-05-04")]
    [InlineData("2026-02-08 10:00", NormKind.CalendarWeeks, 13, "2026-05-10")]   // more than twelve weeks: a Sunday, art. 4
    [InlineData("2026-01-31 10:00", NormKind.CalendarMonths, 1, "2026-03-02")]   // 28 February is a Saturday
    [InlineData("2026-03-31 10:00", NormKind.CalendarMonths, 1, "2026-04-30")]
    [InlineData("2026-02-15 10:00", NormKind.CalendarMonths, 3, "2026-05-18")]   // 15 May by decree
    [InlineData("2026-02-15 10:00", NormKind.CalendarMonths, 6, "2026-08-15")]   // a Saturday, art. 4
    public void A_statutory_term(string start, NormKind kind, int amount, string day)
    {
        var deadline = Deadlines.For(At.Local(start), new Norm(kind, amount));
        Assert.Equal((At.Day(day), DeadlineCalendar.Statutory), (deadline.Day, deadline.Calendar));
    }

    [Theory]
    [InlineData("2026-02-02 10:00", "2026-03-16")]
    [InlineData("2026-02-16 10:00", "2026-03-30")]    // over the start of summer time
    [InlineData("2026-09-14 23:30", "2026-10-26")]    // the day begins and ends by Dutch local time
    public void A_statutory_term_runs_to_the_last_microsecond_of_its_local_day(string start, string day)
    {
        var deadline = Deadlines.For(At.Local(start), Norm.CalendarWeeks(6));
        var nextMidnight = At.Local($"{At.Day(day).PlusDays(1):uuuu-MM-dd} 00:00");
        Assert.Equal(Duration.FromNanoseconds(1000), nextMidnight - deadline.At);
        Assert.False(deadline.IsPassedAt(deadline.At));
        Assert.True(deadline.IsPassedAt(nextMidnight));
    }

    [Theory]
    [InlineData("2026-03-02 10:00", "2026-03-12 15:00", "2026-03-25")]   // nine days between
    [InlineData("2026-03-02 10:00", "2026-03-03 15:00", "2026-03-16")]   // the days of asking and of answering both count
    [InlineData("2026-02-20 10:00", "2026-02-27 15:00", "2026-03-16")]   // before the start
    [InlineData("2026-03-16 10:00", "2026-04-27 15:00", "2026-03-16")]   // asked on the last day: too late to stop it
    [InlineData("2026-03-10 10:00", "2026-03-30 10:00", "2026-04-07")]   // ends on 4 April, in Easter
    public void A_statutory_term_stands_still_from_the_day_after_asking_until_the_day_of_answering(string from, string until, string day) =>
        Assert.Equal(At.Day(day), Deadlines.For(At.Local("2026-03-02 09:00"), Norm.CalendarDays(14), [new Suspension(At.Local(from), At.Local(until), "aanvulling gevraagd")]).Day);

    [Fact]
    public void A_term_that_ends_in_a_weekend_and_is_suspended_in_it_moves_on_past_the_suspension() =>
        Assert.Equal(At.Day("2026-03-19"), Deadlines.For(At.Local("2026-03-01 09:00"), Norm.CalendarDays(13), [new Suspension(At.Local("2026-03-14 10:00"), At.Local("2026-03-19 10:00"), "x")]).Day);

    [Fact]
    public void An_objection_with_committee_suspended_twice_and_extended_once()
    {
        var deadline = Deadlines.For(
            At.Local("2026-01-05 10:00"), Norm.CalendarWeeks(12),
            [new Suspension(At.Local("2026-02-02 09:00"), At.Local("2026-02-16 09:00"), "gronden"), new Suspension(At.Local("2026-01-12 09:00"), At.Local("2026-01-20 09:00"), "machtiging")],
            [new Extension(Norm.CalendarWeeks(6), "verdaagd")]);

        // 18 weeks from 5 January is 11 May; 13 and 7 days of standing still make it 31 May, a Sunday.
        Assert.Equal(At.Day("2026-06-01"), deadline.Day);
        Assert.Equal(
            ["Started", "FirstDay 2026-01-06", "Norm", "Suspended machtiging", "Suspended gronden", "Extended verdaagd", "CountedTo 2026-05-31", "MovedOn 2026-05-31", "Ends 2026-06-01"],
            deadline.Steps.Select(Told));
    }

    [Fact]
    public void An_extension_too_long_for_the_act_leaves_the_act_out()
    {
        var deadline = Deadlines.For(At.Local("2026-02-08 10:00"), Norm.CalendarWeeks(6), [], [new Extension(Norm.CalendarWeeks(13), "afspraak")]);
        Assert.Equal(IsoDayOfWeek.Sunday, deadline.Day.DayOfWeek);
        Assert.Contains(deadline.Steps, step => step.Kind == DeadlineStepKind.ActDoesNotGovern && step.Arguments["amount"] == "13");
    }

    [Fact]
    public void Working_days_over_holidays_say_why()
    {
        var deadline = Deadlines.For(At.Local("2026-04-24 10:00"), Norm.WorkingDays(7));

        Assert.Equal(("2026-05-07 17:00", DeadlineCalendar.WorkingTime), (At.Text(deadline.At), deadline.Calendar));
        Assert.Equal(["Started", "Norm", "ClosedDay 2026-04-27", "ClosedDay 2026-05-05", "Ends 2026-05-07"], deadline.Steps.Select(Told));
        Assert.Equal("KingsDay", deadline.Steps[2].Arguments["holiday"]);
    }

    [Fact]
    public void Working_hours_suspended_and_extended_more_than_once()
    {
        var start = At.Local("2026-03-02 07:00");
        var plain = Deadlines.For(start, Norm.WorkingHours(8));
        var all = Deadlines.For(
            start, Norm.WorkingHours(8),
            [new Suspension(At.Local("2026-03-02 12:30"), At.Local("2026-03-03 12:30"), "wacht op inwoner"), new Suspension(At.Local("2026-03-03 13:30"), At.Local("2026-03-04 08:30"), "wacht op partner")],
            [new Extension(Norm.WorkingHours(2), "drukte"), new Extension(Norm.WorkingDays(1), "ziekte")]);

        Assert.Equal("2026-03-02 16:30", At.Text(plain.At));
        Assert.Equal(["Started", "BeganLater", "Norm", "Ends 2026-03-02"], plain.Steps.Select(Told));

        // Four hours on Monday, one on Tuesday, three and then two more on Wednesday; the day after at closing.
        Assert.Equal("2026-03-05 17:00", At.Text(all.At));
        Assert.Equal(["Started", "BeganLater", "Norm", "Suspended wacht op inwoner", "Suspended wacht op partner", "Extended drukte", "Extended ziekte", "Ends 2026-03-05"], all.Steps.Select(Told));
    }

    [Fact]
    public void A_suspension_that_plays_no_part_is_not_told()
    {
        var past = new Suspension(At.Local("2026-02-02 12:30"), At.Local("2026-02-03 12:30"), "vroeger");
        Assert.DoesNotContain(Deadlines.For(At.Local("2026-03-02 10:00"), Norm.WorkingDays(1), [past]).Steps, step => step.Kind == DeadlineStepKind.Suspended);
        Assert.DoesNotContain(Deadlines.For(At.Local("2026-03-02 10:00"), Norm.CalendarDays(3), [past]).Steps, step => step.Kind == DeadlineStepKind.Suspended);
    }

    [Fact]
    public void Steps_survive_storage()
    {
        var steps = Deadlines.For(At.Local("2026-04-02 10:00"), Norm.CalendarDays(3), [], [new Extension(Norm.CalendarDays(1), "\"reden\" <é>")]).Steps;
        var json = DeadlineSteps.ToJson(steps);

        Assert.StartsWith("""[{"kind":"Started","arguments":{"at":"2026-04-02T08:00:00Z","day":"2026-04-02"}},{"kind":"FirstDay",""", json, StringComparison.Ordinal);
        Assert.Equal(json, DeadlineSteps.ToJson(DeadlineSteps.FromJson(json)));
        Assert.Equal("\"reden\" <é>", DeadlineSteps.FromJson(json).Single(step => step.Kind == DeadlineStepKind.Extended).Arguments["reason"]);
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Norm.WorkingDays(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Norm.WorkingHours(Norm.MaximumAmount + 1));
        Assert.Throws<ArgumentException>(() => new Suspension(At.Local("2026-03-02 10:00"), At.Local("2026-03-02 10:00"), "leeg"));
        Assert.Throws<ArgumentException>(() => Deadlines.For(At.Local("2026-03-02 10:00"), Norm.WorkingDays(1), [], [new Extension(Norm.CalendarWeeks(1), "andere kalender")]));
    }

    private static string Told(DeadlineStep step) => step.Kind switch
    {
        DeadlineStepKind.Suspended or DeadlineStepKind.Extended => $"{step.Kind} {step.Arguments["reason"]}",
        DeadlineStepKind.Started or DeadlineStepKind.BeganLater or DeadlineStepKind.Norm => step.Kind.ToString(),
        _ => $"{step.Kind} {step.Arguments["day"]}",
    };
}

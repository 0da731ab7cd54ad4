using Loket.Cases.Norms;
using Loket.Kernel.Calendars;
using NodaTime;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class EscalationPlanTests
{
    private static readonly WorkingTime Working = new(MunicipalCalendar.Weekdays(new LocalTime(8, 30), new LocalTime(17, 0)));
    private static readonly Instant Start = At(2026, 3, 2, 9);
    private static readonly Instant Deadline = At(2026, 3, 9, 17);

    [Fact]
    public void The_warning_comes_before_and_each_level_after_the_deadline()
    {
        var plan = EscalationPlan.For(Start, Deadline, Norm.WorkingDays(5), Working);

        Assert.Equal(
            [EscalationStep.Warning, EscalationStep.Handler, EscalationStep.Deputy, EscalationStep.TeamLead, EscalationStep.AreaManager],
            plan.Select(planned => planned.Step));
        Assert.True(plan[0].At < Deadline);
        Assert.True(plan.Skip(1).All(planned => planned.At > Deadline));
        Assert.Equal(plan.Select(planned => planned.At).Order(), plan.Select(planned => planned.At));
    }

    [Fact]
    public void The_warning_comes_in_working_time_when_a_fifth_of_it_is_left()
    {
        // From Friday noon until Monday at the end of the day: thirteen and a half hours of work, the last 2.7 of them.
        var plan = EscalationPlan.For(At(2026, 3, 6, 12), Deadline, Norm.WorkingDays(1), Working);
        Assert.Equal(Deadline - Duration.FromMinutes(162), plan[0].At);

        // A term of the law ends at midnight; who is warned reads it at work.
        var formal = EscalationPlan.For(At(2026, 3, 2, 9), At(2026, 4, 14, 0), Norm.CalendarWeeks(6), Working);
        Assert.All(formal.Where(planned => planned.Step == EscalationStep.Warning), planned => Assert.True(Working.IsWorking(planned.At)));
    }

    [Fact]
    public void In_a_pause_nobody_is_warned()
    {
        var pause = new Interval(At(2026, 3, 3, 9), At(2026, 3, 9, 9));

        var plan = EscalationPlan.For(Start, Deadline, Norm.WorkingDays(2), Working, [pause]);

        Assert.False(pause.Contains(plan[0].At));
        Assert.True(plan[0].At > pause.End);
    }

    [Fact]
    public void A_deadline_that_has_no_working_time_left_warns_as_it_passes()
    {
        Assert.Equal(Start, EscalationPlan.For(Deadline, Start, Norm.WorkingDays(5), Working)[0].At);
        Assert.Equal(At(2026, 3, 7, 12), EscalationPlan.For(At(2026, 3, 6, 18), At(2026, 3, 7, 12), Norm.CalendarDays(1), Working)[0].At);
    }

    [Fact]
    public void What_is_promised_in_hours_is_escalated_in_hours()
    {
        // Two hours from nine: half of it, all of it and twice as much after eleven.
        var plan = EscalationPlan.For(At(2026, 3, 9, 9), At(2026, 3, 9, 11), Norm.WorkingHours(2), Working);

        Assert.Equal([At(2026, 3, 9, 12), At(2026, 3, 9, 13), At(2026, 3, 9, 15)], plan.Skip(2).Select(planned => planned.At));
        // Never later than what is promised in days.
        Assert.Equal(
            EscalationPlan.For(Start, Deadline, Norm.WorkingDays(5), Working).Select(planned => planned.At),
            EscalationPlan.For(Start, Deadline, Norm.WorkingHours(40), Working).Select(planned => planned.At));
    }

    [Fact]
    public void After_a_day_of_downtime_only_the_highest_step_fires()
    {
        var plan = EscalationPlan.For(Start, Deadline, Norm.WorkingDays(5), Working);

        var due = EscalationPlan.Due(plan, EscalationStep.None, plan[2].At + Duration.FromHours(1));

        Assert.Equal(EscalationStep.Deputy, due?.Step);
    }

    [Fact]
    public void What_has_fired_does_not_fire_again()
    {
        var plan = EscalationPlan.For(Start, Deadline, Norm.WorkingDays(5), Working);

        Assert.Null(EscalationPlan.Due(plan, EscalationStep.Handler, plan[1].At + Duration.FromMinutes(1)));
        Assert.Null(EscalationPlan.Due(plan, EscalationStep.AreaManager, plan[4].At + Duration.FromDays(30)));
        Assert.Null(EscalationPlan.Next(plan, EscalationStep.AreaManager, Start));
    }

    private static Instant At(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
}

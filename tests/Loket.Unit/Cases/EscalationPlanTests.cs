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
        var plan = EscalationPlan.For(Start, Deadline, Working);

        Assert.Equal(
            [EscalationStep.Warning, EscalationStep.Handler, EscalationStep.Deputy, EscalationStep.TeamLead, EscalationStep.AreaManager],
            plan.Select(planned => planned.Step));
        Assert.True(plan[0].At < Deadline);
        Assert.True(plan.Skip(1).All(planned => planned.At > Deadline));
        Assert.Equal(plan.Select(planned => planned.At).Order(), plan.Select(planned => planned.At));
    }

    [Fact]
    public void After_a_day_of_downtime_only_the_highest_step_fires()
    {
        var plan = EscalationPlan.For(Start, Deadline, Working);

        var due = EscalationPlan.Due(plan, EscalationStep.None, plan[2].At + Duration.FromHours(1));

        Assert.Equal(EscalationStep.Deputy, due?.Step);
    }

    [Fact]
    public void What_has_fired_does_not_fire_again()
    {
        var plan = EscalationPlan.For(Start, Deadline, Working);

        Assert.Null(EscalationPlan.Due(plan, EscalationStep.Handler, plan[1].At + Duration.FromMinutes(1)));
        Assert.Null(EscalationPlan.Due(plan, EscalationStep.AreaManager, plan[4].At + Duration.FromDays(30)));
        Assert.Null(EscalationPlan.Next(plan, EscalationStep.AreaManager, Start));
    }

    private static Instant At(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
}

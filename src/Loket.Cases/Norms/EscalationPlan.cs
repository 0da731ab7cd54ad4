using System.Collections.Immutable;
using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Cases.Norms;

/// <summary>The steps before and after a deadline (row B4), in their order.</summary>
public enum EscalationStep
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>The handler, or the team, is warned that the deadline comes near.</summary>
    Warning,

    /// <summary>The deadline has passed: the handler.</summary>
    Handler,

    /// <summary>Then the handler's deputy.</summary>
    Deputy,

    /// <summary>Then the lead of the team.</summary>
    TeamLead,

    /// <summary>Then the manager of the area.</summary>
    AreaManager,
}

/// <summary>A step with its moment.</summary>
public readonly record struct PlannedStep(EscalationStep Step, Instant At);

/// <summary>When each step of a deadline is due.</summary>
/// <remarks>The warning comes when a fifth of the norm's time is left, counted in hours of the clock between start and deadline, moved back into
/// working time; the steps after the deadline follow after 0, 1, 2 and 5 working days.</remarks>
public static class EscalationPlan
{
    private static readonly ImmutableArray<(EscalationStep Step, int Days)> After =
        [(EscalationStep.Handler, 0), (EscalationStep.Deputy, 1), (EscalationStep.TeamLead, 2), (EscalationStep.AreaManager, 5)];

    /// <summary>The steps of a deadline, earliest first.</summary>
    public static ImmutableArray<PlannedStep> For(Instant start, Instant deadline, WorkingTime working)
    {
        var plan = ImmutableArray.CreateBuilder<PlannedStep>(After.Length + 1);
        plan.Add(new PlannedStep(EscalationStep.Warning, start + (deadline - start) * 0.8));
        foreach (var (step, days) in After)
            plan.Add(new PlannedStep(step, days == 0 ? deadline + Duration.FromNanoseconds(1000) : working.AddWorkingDays(deadline, days)));
        return plan.MoveToImmutable();
    }

    /// <summary>The one step that fires now: the highest that is due and did not fire; those below it are passed over. Null when none is due.</summary>
    public static PlannedStep? Due(ImmutableArray<PlannedStep> plan, EscalationStep last, Instant now) =>
        plan.Where(planned => planned.Step > last && planned.At <= now).Cast<PlannedStep?>().LastOrDefault();

    /// <summary>The next step still to come; null when all have fired.</summary>
    public static PlannedStep? Next(ImmutableArray<PlannedStep> plan, EscalationStep last, Instant now) =>
        plan.Where(planned => planned.Step > last && planned.At > now).Cast<PlannedStep?>().FirstOrDefault();
}

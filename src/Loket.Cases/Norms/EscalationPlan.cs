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
/// <remarks>All is counted in working time, in which people read what they are told. The warning comes when a fifth of the time until the deadline is left;
/// the steps after the deadline follow after 0, 1, 2 and 5 working days. What is promised in hours does not wait for days: there the steps follow after half
/// the norm, the norm and twice the norm, where that is sooner.</remarks>
public static class EscalationPlan
{
    private static readonly Duration JustAfter = Duration.FromNanoseconds(1000);

    private static readonly ImmutableArray<(EscalationStep Step, int Days, double Norms)> Later =
        [(EscalationStep.Deputy, 1, 0.5), (EscalationStep.TeamLead, 2, 1), (EscalationStep.AreaManager, 5, 2)];

    /// <summary>The steps of a deadline, earliest first.</summary>
    /// <param name="start">Since when this deadline stands.</param>
    /// <param name="deadline">The last moment in time.</param>
    /// <param name="norm">What was promised.</param>
    /// <param name="working">The municipality's working time.</param>
    /// <param name="pauses">Stretches in which the clock stands still: nobody is told anything in them.</param>
    public static ImmutableArray<PlannedStep> For(Instant start, Instant deadline, Norm norm, WorkingTime working, IReadOnlyList<Interval>? pauses = null)
    {
        var plan = ImmutableArray.CreateBuilder<PlannedStep>(Later.Length + 2);
        plan.Add(new PlannedStep(EscalationStep.Warning, Warning()));
        plan.Add(new PlannedStep(EscalationStep.Handler, deadline + JustAfter));
        foreach (var (step, days, norms) in Later) plan.Add(new PlannedStep(step, After(days, norms)));
        return plan.MoveToImmutable();

        // A deadline outside working time, set since work stopped, has none left: then it comes with the deadline itself.
        Instant Warning() => working.WorkingTimeBetween(start, deadline, pauses) is var left && left > Duration.Zero
            ? working.AddWorkingHours(start, Duration.FromSeconds(Math.Floor(left.TotalSeconds * 0.8)), pauses) : deadline;

        Instant After(int days, double norms)
        {
            var byDays = working.AddWorkingDays(deadline, days, pauses);
            return norm.Kind == NormKind.WorkingHours ? Instant.Min(byDays, working.AddWorkingHours(deadline, Duration.FromHours(norm.Amount * norms), pauses)) : byDays;
        }
    }

    /// <summary>The one step that fires now: the highest that is due and did not fire; those below it are passed over. Null when none is due.</summary>
    public static PlannedStep? Due(IReadOnlyList<PlannedStep> plan, EscalationStep last, Instant now) =>
        plan.Where(planned => planned.Step > last && planned.At <= now).Cast<PlannedStep?>().LastOrDefault();

    /// <summary>The next step still to come; null when all have fired.</summary>
    public static PlannedStep? Next(IReadOnlyList<PlannedStep> plan, EscalationStep last, Instant now) =>
        plan.Where(planned => planned.Step > last && planned.At > now).Cast<PlannedStep?>().FirstOrDefault();
}

using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Of what somebody is told while a callback request is open.</summary>
public enum CallbackStep
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It is almost time to call: the owner.</summary>
    Ahead,

    /// <summary>The time has come to call: the owner.</summary>
    Reminder,

    /// <summary>The time has passed and nobody called: the owner again.</summary>
    Late,

    /// <summary>Still nobody: the lead of the team, and again each working day until it has ended.</summary>
    Lead,
}

/// <summary>When who is told. Pure. Steps are numbered from 1; from the fourth on each is one more working day, without end: none is left.</summary>
public static class CallbackPlan
{
    // Time enough to read what it is about, or to hand it on.
    private static readonly Duration Notice = Duration.FromMinutes(30);
    private static readonly Duration Patience = Duration.FromHours(2);

    /// <summary>The moment of a step.</summary>
    /// <param name="step">From 1.</param>
    /// <param name="window">What was promised.</param>
    /// <param name="working">The municipality's working time.</param>
    public static Instant At(int step, CallWindow window, WorkingTime working) => step switch
    {
        <= (int)CallbackStep.Ahead => working.GoBackWorkingHours(window.From, Notice),
        (int)CallbackStep.Reminder => window.From,
        (int)CallbackStep.Late => window.Until,
        (int)CallbackStep.Lead => working.AddWorkingHours(window.Until, Patience),
        _ => working.AddWorkingDays(window.Until, step - (int)CallbackStep.Lead),
    };

    /// <summary>The highest step that is due and did not fire; null when none is. Those below it are passed over, so a day of downtime tells once.</summary>
    public static int? Due(int last, CallWindow window, Instant now, WorkingTime working)
    {
        int? due = null;
        for (var step = last + 1; At(step, window, working) <= now; step++) due = step;
        return due;
    }

    /// <summary>What is told at a step.</summary>
    public static CallbackStep Of(int step) => step >= (int)CallbackStep.Lead ? CallbackStep.Lead : (CallbackStep)step;
}

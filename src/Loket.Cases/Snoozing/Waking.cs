using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;

namespace Loket.Cases.Snoozing;

/// <summary>Wake a case on the day that was set.</summary>
internal sealed record EndSnooze(CaseId Case) : IJobPayload
{
    public static string Kind => "case.end-snooze";

    public static string Once(CaseId id) => $"snooze:{id.Value:N}";
}

/// <summary>Wakes cases, and sets and takes away the timer that does.</summary>
internal static class Waking
{
    /// <summary>The case is to be done again; nothing where it was all along.</summary>
    public static async Task Wake(Work work, Case found, WakeCause cause, Who by, CancellationToken cancel)
    {
        if (!found.Wake()) return;
        work.Journal.Write(new CaseWoken(found.Id, cause), by);
        await work.Jobs.Cancel(EndSnooze.Once(found.Id), cancel);
    }

    /// <summary>The timer as the case stands now.</summary>
    public static async Task SetTimer(Work work, Case found, CancellationToken cancel)
    {
        await work.Jobs.Cancel(EndSnooze.Once(found.Id), cancel);
        if (found.SnoozedUntil is { } until) work.Jobs.Add(new EndSnooze(found.Id), until, EndSnooze.Once(found.Id));
    }
}

/// <summary>The day has come; a case that was woken earlier, or sleeps longer by now, is left as it is.</summary>
internal sealed class EndSnoozeHandler : IJobHandler<EndSnooze>
{
    public Task Run(EndSnooze payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var found = await work.Db.CaseOf(payload.Case, cancel);
            if (found.SnoozedUntil is not { } until || until > work.Now) return;
            found.Wake();
            work.Journal.Write(new CaseWoken(found.Id, WakeCause.Day), Who.System);
        }, cancel);
}

/// <summary>Something new happened: nobody waits for the day.</summary>
internal sealed class WakeOnNews : ISubscription<IWakesCase>
{
    public async Task Handle(IWakesCase happened, Written entry, Work work, CancellationToken cancel)
    {
        var cause = happened is CaseTaken or CaseHandedBack or CaseRouted ? WakeCause.Person : WakeCause.News;
        await Waking.Wake(work, await work.Db.CaseOf(happened.Case, cancel), cause, entry.By, cancel);
    }
}

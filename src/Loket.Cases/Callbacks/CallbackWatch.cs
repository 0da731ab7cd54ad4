using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>Watch whether somebody is called when it was promised.</summary>
internal sealed record WatchCallback(CallbackId Callback) : IJobPayload
{
    public static string Kind => "callback.watch";

    public static string Once(CallbackId id) => $"callback:{id.Value:N}";
}

/// <summary>Sets the timer of a callback request.</summary>
public sealed class CallbackWatch
{
    /// <summary>To the next step; there always is one while it is open.</summary>
    internal Task Set(Work work, CallbackRequest found, CancellationToken cancel) => Set(work, found, found.Step, cancel);

    internal async Task Set(Work work, CallbackRequest found, int step, CancellationToken cancel)
    {
        if (work.Db.Entry(found).State != EntityState.Added) await Stop(work, found, cancel);
        if (found.IsEnded) return;
        var working = new WorkingTime(await Calendars.Current(work.Db, cancel));
        var at = CallbackPlan.At(step + 1, found.Window, working);
        // What is promised for soon is told when it is promised; that it is almost time would be the same news again.
        if (step + 1 == (int)CallbackStep.Ahead && at <= work.Now) at = CallbackPlan.At((int)CallbackStep.Reminder, found.Window, working);
        work.Jobs.Add(new WatchCallback(found.Id), at, WatchCallback.Once(found.Id));
    }

    internal Task Stop(Work work, CallbackRequest found, CancellationToken cancel) => work.Jobs.Cancel(WatchCallback.Once(found.Id), cancel);
}

/// <summary>Reminds, and tells the lead when it was forgotten. Who is away by then is replaced: by the deputy, else by the team.</summary>
internal sealed class WatchCallbackHandler(CallbackWatch watch) : IJobHandler<WatchCallback>
{
    public Task Run(WatchCallback payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            if (await work.Db.Callbacks.FirstOrDefaultAsync(one => one.Id == payload.Callback && one.EndedAt == null, cancel) is not { } found) return;
            var working = new WorkingTime(await Calendars.Current(work.Db, cancel));
            if (CallbackPlan.Due(found.Step, found.Window, work.Now, working) is { } due)
            {
                await StepTo(work, found, due, cancel);
                await Replace(work, found, cancel);
                var step = CallbackPlan.Of(due);
                var told = step == CallbackStep.Lead ? await Lead(work, found, cancel) : found.Owner;
                work.Journal.Write(new CallbackWatched(found.Id, step, told, found.Team), Who.System);
            }

            // The finished job still holds the timer's name until the end of this transaction.
            await work.Db.SaveChangesAsync(cancel);
            await watch.Set(work, found, CallbackPlan.Due(found.Step, found.Window, work.Now, working) ?? found.Step, cancel);
        }, cancel);

    // That somebody was reminded changes nothing that people see: whoever has the page open can go on with it. A promise made meanwhile has begun its steps anew;
    // but none can be committed between the start of this job and this line: whoever moves or ends it takes its timer away, which this transaction has locked.
    private static Task<int> StepTo(Work work, CallbackRequest found, int step, CancellationToken cancel)
    {
        var (id, last, until) = (found.Id, found.Step, found.UntilAt);
        return work.Db.Callbacks.Where(one => one.Id == id && one.Step == last && one.UntilAt == until).ExecuteUpdateAsync(set => set.SetProperty(one => one.Step, step), cancel);
    }

    private static async Task Replace(Work work, CallbackRequest found, CancellationToken cancel)
    {
        if (found.Owner is not { } owner) return;
        var caller = await CallbackOwners.PresentOrDeputy(work.Db, owner, found.SensitiveGroup, found.Window, work.Now, cancel);
        if (caller == owner) return;
        found.PlaceWith(found.Team, caller, work.Now);
        work.Journal.Write(new CallbackHandedOn(found.Id, found.CaseId, found.Team, caller, null), Who.System);
    }

    private static async Task<StaffId?> Lead(Work work, CallbackRequest found, CancellationToken cancel)
    {
        if (await Absence.LeadOf(work.Db, found.Team, MayKnow, work.Now, cancel) is { } lead) return lead;
        return await Absence.LeadOfTriage(work.Db, cancel) is { } placer ? await Absence.PresentOrDeputy(work.Db, placer, MayKnow, work.Now, cancel) : null;

        bool MayKnow(Actor reader) => reader.MayKnowOf(found.SensitiveGroup);
    }
}

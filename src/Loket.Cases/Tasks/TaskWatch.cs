using Loket.Cases.Norms;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Tasks;

/// <summary>Watch the date of a task.</summary>
internal sealed record WatchTask(CaseTaskId Task) : IJobPayload
{
    public static string Kind => "case.watch-task";

    public static string Once(CaseTaskId id) => $"task:{id.Value:N}";
}

/// <summary>Sets the timer of a task: before its date and when that has passed who does it is told, and then who leads them. A case ends later than its tasks: the steps above
/// those are for the case itself.</summary>
internal static class TaskWatch
{
    private static readonly EscalationStep[] Steps = [EscalationStep.Warning, EscalationStep.Handler, EscalationStep.TeamLead];

    /// <summary>To the next step. A case that ended leaves its timers: they find that there is nothing to do.</summary>
    public static async Task Set(Work work, CaseTask task, CancellationToken cancel)
    {
        var once = WatchTask.Once(task.Id);
        await work.Jobs.Cancel(once, cancel);
        var next = (await PlanOf(work.Db, task, cancel)).FirstOrDefault(planned => planned.Step > task.LastStep);
        if (next.Step != EscalationStep.None) work.Jobs.Add(new WatchTask(task.Id), next.At, once);
    }

    /// <summary>The steps of its date.</summary>
    public static async Task<IReadOnlyList<PlannedStep>> PlanOf(LoketDb db, CaseTask task, CancellationToken cancel) =>
        [.. EscalationPlan.For(task.CountedFrom, task.DueAt, task.Norm, new WorkingTime(await Calendars.Current(db, cancel))).Where(planned => Steps.Contains(planned.Step))];
}

/// <summary>Fires the highest step of a task that is due, as that of a case.</summary>
internal sealed class WatchTaskHandler(Addressees addressees) : IJobHandler<WatchTask>
{
    public Task Run(WatchTask payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            if (await work.Db.Set<CaseTask>().FirstOrDefaultAsync(one => one.Id == payload.Task && one.State == TaskState.Open, cancel) is not { } task) return;
            var found = await work.Db.CaseOf(task.CaseId, cancel);
            // What became another kind has the tasks of that.
            if (found.IsClosed || !task.IsOf((await work.Db.TypeOf(found, cancel)).Tasks)) return;

            if (EscalationPlan.Due(await TaskWatch.PlanOf(work.Db, task, cancel), task.LastStep, work.Now) is { } due)
            {
                task.Tell(due.Step);
                work.Journal.Write(new CaseTaskEscalated(
                    found.Id, task.Id, task.Nl, task.En, due.Step, await Whom(work, found, task, due.Step, cancel), task.Team ?? found.Team, task.DueAt), Who.System);
            }

            // The finished job still holds the timer's name until the end of this transaction.
            await work.Db.SaveChangesAsync(cancel);
            await TaskWatch.Set(work, task, cancel);
        }, cancel);

    // Null for the whole team. What a partner does is for whoever has the case, to ask how it stands.
    private async Task<StaffId?> Whom(Work work, Case found, CaseTask task, EscalationStep step, CancellationToken cancel)
    {
        if (step == EscalationStep.TeamLead) return task.Team is null ? await addressees.Lead(work, found, cancel) : await Absence.LeadOf(work.Db, task.Team.Value, reader => reader.MayKnow(found), work.Now, cancel);
        if (task.Staff is { } person) return await Absence.PresentOrDeputy(work.Db, person, reader => reader.MayKnow(found), work.Now, cancel) ?? await addressees.Owner(work, found, cancel);
        return task.Team is null ? await addressees.Owner(work, found, cancel) : null;
    }
}

using Loket.Cases.Together;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Tasks;

/// <summary>After whatever happens to a case it gets the tasks that come now: a status was reached, its subject chosen, an earlier task done.</summary>
internal sealed class FollowTasks : ISubscription<ICaseEvent>
{
    public async Task Handle(ICaseEvent happened, Written entry, Work work, CancellationToken cancel)
    {
        // A look changes nothing, and what was made just now, or went to another, is not done yet.
        if (happened is CaseLookedAt or CaseTaskMade or CaseTaskHandedBack) return;
        var found = await work.Db.CaseOf(happened.Case, cancel);
        var type = await work.Db.TypeOf(found, cancel);
        if (found.IsClosed || (type.Tasks.Count == 0 && (happened is not CaseReopened || !await CaseTasks.MayBe(work.Db, type, cancel)))) return;

        var made = await Of(work.Db, found.Id, cancel);
        await Watch(work, happened, made.FindAll(task => task.State == TaskState.Open && task.IsOf(type.Tasks)), cancel);
        var status = Statuses.Of(type.Statuses, found.Status, found.StatusKey)?.Key;
        var next = TaskPlan.ToMake(type.Tasks, status, found.Category, made.ConvertAll(task => new MadeTask(task.Key, task.State == TaskState.Done, task.Answer)));
        if (next.Count == 0) return;
        foreach (var task in next)
        {
            var owner = await TaskOwners.Of(work.Db, found, task, work.Now, cancel);
            await Add(work, new CaseTask
            {
                Id = Ids.New<CaseTaskId>(), CaseId = found.Id, Key = task.Key, Nl = task.Nl, En = task.En, Team = owner.Team, Staff = owner.Staff, Partner = owner.Partner,
                IsQuestion = task.IsQuestion, BeforeClosing = task.BeforeClosing, ForResult = task.ForResult, MadeAt = work.Now, NormKind = task.Norm.Kind, NormAmount = task.Norm.Amount,
            }, Who.System, cancel);
        }
    }

    /// <summary>A case gets a task; its time is counted from now.</summary>
    public static async Task Add(Work work, CaseTask one, Who by, CancellationToken cancel)
    {
        work.Db.Add(one);
        await Count(work, one, cancel);
        work.Journal.Write(new CaseTaskMade(one.CaseId, one.Id, one.Nl, one.En, one.Team, one.Staff, one.Partner, one.DueAt), by);
    }

    // A case that ended let the timers of its tasks run out, and so did one that was another kind for a while. What is opened again has the time of each task anew, as of the case itself.
    private static async Task Watch(Work work, ICaseEvent happened, IEnumerable<CaseTask> open, CancellationToken cancel)
    {
        if (happened is not (CaseReopened or CaseParted or CaseClassified or CasePaperMarked or CasePaperUnmarked)) return;
        foreach (var task in open)
        {
            if (happened is CaseReopened) await Count(work, task, cancel);
            else await TaskWatch.Set(work, task, cancel);
        }
    }

    private static async Task Count(Work work, CaseTask task, CancellationToken cancel)
    {
        task.Count(work.Now, new Deadlines(await Calendars.Current(work.Db, cancel), new StatutoryCalendar()).For(work.Now, task.Norm).At);
        await TaskWatch.Set(work, task, cancel);
    }

    // Those that this transaction made are not in the database yet.
    private static async Task<List<CaseTask>> Of(LoketDb db, CaseId id, CancellationToken cancel) =>
    [
        .. await db.Set<CaseTask>().Where(task => task.CaseId == id).ToListAsync(cancel),
        .. db.ChangeTracker.Entries<CaseTask>().Where(one => one.State == EntityState.Added && one.Entity.CaseId == id).Select(one => one.Entity),
    ];
}

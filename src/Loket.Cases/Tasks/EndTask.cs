using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Tasks;

/// <summary>A task of a case was done.</summary>
public sealed class FinishTask(CaseChanges changes)
{
    /// <summary>Says so; what comes after it is made at once.</summary>
    /// <param name="change">The case.</param>
    /// <param name="task">The task.</param>
    /// <param name="answer">The answer, where it asks for one.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CaseTaskId task, bool? answer, CancellationToken cancel) =>
        changes.Run(change, new { task, answer }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (await work.Db.Set<CaseTask>().SingleOrDefaultAsync(one => one.Id == task && one.CaseId == found.Id, cancel) is not { } done) return TaskFailures.NotFound;
            if (done.Finish(answer, work.Now) is { } failure) return failure;
            await work.Jobs.Cancel(WatchTask.Once(done.Id), cancel);
            work.Journal.Write(new CaseTaskDone(found.Id, done.Id, done.Nl, done.En, done.Answer), change.By);
            return null;
        }, cancel);
}

/// <summary>A task of a case is not needed this time.</summary>
public sealed class SkipTask(CaseChanges changes)
{
    /// <summary>Skips it, with a reason; what comes after it does not come.</summary>
    /// <param name="change">The case.</param>
    /// <param name="task">The task.</param>
    /// <param name="reason">Why; colleagues read it.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CaseTaskId task, string? reason, CancellationToken cancel) =>
        changes.Run(change, new { task, reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (await work.Db.Set<CaseTask>().SingleOrDefaultAsync(one => one.Id == task && one.CaseId == found.Id, cancel) is not { } skipped) return TaskFailures.NotFound;
            if (skipped.Skip(said.Value, work.Now) is { } failure) return failure;
            await work.Jobs.Cancel(WatchTask.Once(skipped.Id), cancel);
            work.Journal.Write(new CaseTaskSkipped(found.Id, skipped.Id, skipped.Nl, skipped.En, said.Value), change.By);
            return null;
        }, cancel);
}

using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>A virtual colleague judges a case and does what it does. Each act is a wish with a key of its own, so that a run that was cut short goes on where it was.</summary>
internal sealed class RunColleagueHandler(UnitOfWork unit, ColleagueCases cases, ColleagueActing acting) : IJobHandler<RunColleague>
{
    /// <summary>How long it waits where the hour is full and only the time set it off.</summary>
    public static Duration Wait { get; } = Duration.FromMinutes(15);

    private enum Turn
    {
        Go,
        Later,
        No,
    }

    public async Task Run(RunColleague payload, JobContext job, CancellationToken cancel)
    {
        var (colleague, acts) = await unit.Read(db => Judge(db, payload, cancel));
        var turn = colleague is null || acts.Count == 0 ? Turn.No : (await unit.Run<Turn>(work => Take(work, payload, acts, cancel), cancel)).Value;
        if (turn != Turn.Go)
        {
            await job.Complete(cancel, turn == Turn.Later ? JobOutcome.Again(job.Tenant.Clock.Now() + Wait) : null);
            return;
        }

        var failed = new List<ColleagueFailed>();
        foreach (var act in acts)
        {
            if (await acting.Do(act, colleague!.Card, payload, cancel) is { } failure) failed.Add(new ColleagueFailed(payload.Case, payload.Colleague, act, failure.Code));
        }

        await job.Complete(async work =>
        {
            foreach (var one in failed) work.Journal.Write(one, colleague!.Actor);
            if (await RunOf(work.Db, payload, cancel) is { } run) run.End(failed.Count == 0);
        }, cancel);
    }

    private async Task<(WorkingColleague? Colleague, IReadOnlyList<ColleagueAct> Acts)> Judge(LoketDb db, RunColleague payload, CancellationToken cancel)
    {
        if ((await db.WorkingColleagues(cancel)).FirstOrDefault(one => one.Card.Id == payload.Colleague) is not { } colleague) return (null, []);
        // What it did itself may have changed the case already: what it had begun it ends.
        if (await RunOf(db, payload, cancel) is { Outcome: ColleagueOutcome.Started } begun) return (colleague, [.. begun.Acts.Split(' ').Select(act => Enum.Parse<ColleagueAct>(act))]);
        return await cases.Of(db, [payload.Case], colleague.Actor, cancel) is [var facts] ? (colleague, colleague.Judge(facts).Acts) : (colleague, []);
    }

    // Takes up the case, once for each occasion, and so many in an hour.
    private static async Task<Result<Turn>> Take(Work work, RunColleague payload, IReadOnlyList<ColleagueAct> acts, CancellationToken cancel)
    {
        if (await RunOf(work.Db, payload, cancel) is { } run) return run.Outcome == ColleagueOutcome.Started ? Turn.Go : Turn.No;
        await work.WaitTurn($"colleague:{payload.Colleague.Value:N}", cancel);
        var colleague = await work.Db.Set<VirtualColleague>().SingleAsync(one => one.Id == payload.Colleague, cancel);
        if (colleague.State != ColleagueState.On) return Turn.No;
        if (await ColleagueCheck.Of(work.Db, colleague.Details, cancel) is { } gone) return Stop(work, colleague, gone);
        if (await InLastHour(work.Db, payload.Colleague, work.Now, cancel) >= colleague.Details.PerHour)
            return colleague.Details.IsTimed ? Turn.Later : Stop(work, colleague, ColleagueFailures.LimitReached);

        work.Db.Add(new ColleagueRun { Colleague = payload.Colleague, CaseId = payload.Case, Occasion = payload.Occasion, At = work.Now, Acts = string.Join(' ', acts) });
        return Turn.Go;
    }

    private static Turn Stop(Work work, VirtualColleague colleague, Failure why)
    {
        colleague.Stop(why);
        work.Journal.Write(new ColleagueStopped(colleague.Id, why.Code), Who.System);
        return Turn.No;
    }

    /// <summary>How many cases one took up in the last hour.</summary>
    public static Task<int> InLastHour(LoketDb db, VirtualColleagueId id, Instant now, CancellationToken cancel)
    {
        var since = now - Duration.FromHours(1);
        return db.Set<ColleagueRun>().CountAsync(run => run.Colleague == id && run.At > since, cancel);
    }

    private static Task<ColleagueRun?> RunOf(LoketDb db, RunColleague payload, CancellationToken cancel) =>
        db.Set<ColleagueRun>().FirstOrDefaultAsync(run => run.Colleague == payload.Colleague && run.CaseId == payload.Case && run.Occasion == payload.Occasion, cancel);
}

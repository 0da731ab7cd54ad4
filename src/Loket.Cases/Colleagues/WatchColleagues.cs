using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>Look for which cases a time has come that sets virtual colleagues off.</summary>
internal sealed record WatchColleagues : IJobPayload
{
    public static string Kind => "case.watch-colleagues";
}

/// <summary>Sets off as many as the hour holds; the others wait. So somebody who forgot that a thousand cases lie still does not send a thousand messages at once.</summary>
internal sealed class WatchColleaguesHandler(UnitOfWork unit, ColleagueCases cases) : IJobHandler<WatchColleagues>
{
    private const int Batch = 500;

    // Of one colleague in one go, so that it ends well within its lease. One for more cases than these that are ready at once is to name its subject.
    private const int MostLookedAt = 50_000;

    public async Task Run(WatchColleagues payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var due = await unit.Read(db => Due(db, now, cancel));
        await job.Complete(async work =>
        {
            foreach (var run in due)
            {
                // One that waits since the last time stands there still.
                await work.Jobs.Cancel(run.Once(), cancel);
                work.Jobs.Add(run, once: run.Once());
            }
        }, cancel, JobOutcome.Again(now + RunColleagueHandler.Wait));
    }

    private async Task<IReadOnlyList<RunColleague>> Due(LoketDb db, Instant now, CancellationToken cancel)
    {
        var due = new List<RunColleague>();
        foreach (var colleague in (await db.WorkingColleagues(cancel)).Where(one => one.Card.Details.IsTimed))
        {
            var room = colleague.Card.Details.PerHour - await RunColleagueHandler.InLastHour(db, colleague.Card.Id, now, cancel);
            if (room > 0) due.AddRange(await Of(db, colleague, room, now, cancel));
        }

        return due;
    }

    private async Task<IReadOnlyList<RunColleague>> Of(LoketDb db, WorkingColleague colleague, int room, Instant now, CancellationToken cancel)
    {
        var (due, last) = (new List<RunColleague>(), default(CaseId));
        for (var looked = 0; looked < MostLookedAt; looked += Batch)
        {
            var after = last;
            var batch = await TimedCases.Now(db, colleague.Card, now).VisibleTo(colleague.Actor).Where(one => one.Id > after).OrderBy(one => one.Id).Take(Batch)
                .Select(one => new TimedCase(one.Id, one.OpenedAt, one.DeadlineAt, one.LastContactAt)).ToListAsync(cancel);
            if (batch.Count == 0) break;
            last = batch[^1].Id;
            foreach (var run in await Runs(db, colleague, batch, now, cancel))
            {
                due.Add(run);
                if (due.Count == room) return due;
            }

            if (batch.Count < Batch) break;
        }

        return due;
    }

    private async Task<IReadOnlyList<RunColleague>> Runs(LoketDb db, WorkingColleague colleague, IReadOnlyList<TimedCase> batch, Instant now, CancellationToken cancel)
    {
        var (id, when) = (colleague.Card.Id, colleague.Card.Details.When);
        var times = await TimedCases.Times(db, colleague.Card.Details, batch, now, cancel);
        var ids = times.Keys.ToList();
        var runs = await db.Set<ColleagueRun>().Where(run => run.Colleague == id && ids.Contains(run.CaseId)).Select(run => new { run.CaseId, run.Occasion }).ToListAsync(cancel);
        var done = runs.Select(run => (run.CaseId, run.Occasion)).ToHashSet();
        var open = times.Select(one => new RunColleague(id, one.Key, ColleagueOccasions.Of(when, one.Value))).Where(run => !done.Contains((run.Case, run.Occasion))).ToDictionary(run => run.Case);
        var facts = await cases.Of(db, [.. open.Keys], colleague.Actor, cancel);
        return [.. facts.Where(one => colleague.Judge(one).Verdict == ColleagueVerdict.Fits).Select(one => open[one.Case])];
    }
}

using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Norms;

/// <summary>Fires the highest step that is due and marks those below it as passed over, so that a day of downtime makes one call, not four.</summary>
internal sealed class WatchDeadlineHandler(DeadlineKeeper keeper, Addressees addressees) : IJobHandler<WatchDeadline>
{
    public Task Run(WatchDeadline payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var found = await work.Db.Cases.Include(one => one.Pauses).FirstOrDefaultAsync(one => one.Id == payload.Case, cancel);
            if (found is not { IsClosed: false }) return;

            var plan = await DeadlineKeeper.PlanOf(work.Db, found, cancel);
            var last = (EscalationStep)found.EscalationStep;
            if (EscalationPlan.Due(plan, last, work.Now) is { } due)
            {
                var passed = plan.Where(planned => planned.Step > last && planned.Step < due.Step).Select(planned => planned.Step).ToList();
                var told = await addressees.Next(work, found, due.Step, cancel);
                // Where there is nobody left to tell, the team is told once; after that more of the same helps no one.
                var team = told is null && (due.Step == EscalationStep.Warning || found.EscalatedTo.Length == 0) ? found.Team?.Value ?? found.Id.Value : (Guid?)null;
                found.Escalate(due.Step, told?.Value ?? team);
                // Also where nobody new is told: what is late is not left out of what is to be done now.
                await Waking.Wake(work, found, WakeCause.News, Who.System, cancel);
                if (told is not null || team is not null) work.Journal.Write(new CaseEscalated(found.Id, due.Step, passed, told, found.Team), Who.System);
            }

            // The finished job still holds the timer's name until the end of this transaction.
            await work.Db.SaveChangesAsync(cancel);
            await keeper.SetTimer(work, found, cancel);
        }, cancel);
}

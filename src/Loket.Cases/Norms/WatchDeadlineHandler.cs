using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Cases.Routing;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Norms;

/// <summary>Fires the highest step that is due and marks those below it as passed over, so that a day of downtime makes one call, not four.</summary>
internal sealed class WatchDeadlineHandler(DeadlineKeeper keeper, AreaTree areas) : IJobHandler<WatchDeadline>
{
    public Task Run(WatchDeadline payload, JobContext job, CancellationToken cancel) =>
        job.Complete(async work =>
        {
            var found = await work.Db.Cases.FirstOrDefaultAsync(one => one.Id == payload.Case, cancel);
            if (found is not { IsClosed: false, DeadlineAt: { } deadline }) return;

            var plan = EscalationPlan.For(found.OpenedAt, deadline, new WorkingTime(await Calendars.Current(work.Db, cancel)));
            var last = (EscalationStep)found.EscalationStep;
            if (EscalationPlan.Due(plan, last, work.Now) is { } due)
            {
                var passed = plan.Where(planned => planned.Step > last && planned.Step < due.Step).Select(planned => planned.Step).ToList();
                found.EscalationStep = (int)due.Step;
                var told = await WhoIsTold(work, found, due.Step, cancel);
                work.Journal.Write(new CaseEscalated(found.Id, due.Step, passed, told, found.Team), Who.System);
            }

            // The finished job still holds the timer's name until the end of this transaction.
            await work.Db.SaveChangesAsync(cancel);
            await keeper.SetTimer(work, found, cancel);
        }, cancel);

    private async Task<StaffId?> WhoIsTold(Work work, Case found, EscalationStep step, CancellationToken cancel)
    {
        var team = found.Team is { } id ? await TeamDirectory.Find(work.Db, id, cancel) : null;
        var handler = found.Handler is { } staff ? await Absence.PresentOrDeputy(work.Db, staff, work.Now, cancel) : null;
        return step switch
        {
            EscalationStep.Warning or EscalationStep.Handler => handler ?? team?.Lead,
            EscalationStep.Deputy => (found.Handler is { } absent ? await Absence.DeputyOf(work.Db, absent, cancel) : null) ?? team?.Lead,
            EscalationStep.TeamLead => team?.Lead,
            _ => await Absence.ManagerOf(work.Db, await areas.AndAbove(work.Db, found.Place.Area, cancel), cancel) ?? team?.Lead,
        };
    }
}

using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Put what is to be destroyed by now on lists; somebody puts those forward.</summary>
internal sealed record PlanDestruction : IJobPayload
{
    public static string Kind => "destruction.plan";
}

/// <summary>On the first of each month, before anybody is at work.</summary>
internal sealed class PlanDestructionHandler(Calendars calendars) : IJobHandler<PlanDestruction>
{
    private static readonly LocalTime Early = new(5, 0);

    public async Task Run(PlanDestruction payload, JobContext job, CancellationToken cancel)
    {
        var zone = (await calendars.Current(cancel)).Zone;
        var today = job.Tenant.Clock.Now().InZone(zone).Date;
        var next = new LocalDate(today.Year, today.Month, 1).PlusMonths(1).At(Early).InZoneLeniently(zone).ToInstant();
        await job.Complete(work => DueCases.Draw(work, null, Actor.System, cancel), cancel, JobOutcome.Again(next));
    }
}

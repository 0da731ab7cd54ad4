using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;

namespace Loket.Cases.Keeping;

/// <summary>Put what is to be destroyed by now on lists; somebody puts those forward.</summary>
internal sealed record PlanDestruction : IJobPayload
{
    public static string Kind => "destruction.plan";
}

/// <summary>On the first of each month, before anybody is at work.</summary>
internal sealed class PlanDestructionHandler(Calendars calendars) : IJobHandler<PlanDestruction>
{
    public async Task Run(PlanDestruction payload, JobContext job, CancellationToken cancel)
    {
        var next = Retention.NextMonth(job.Tenant.Clock.Now(), (await calendars.Current(cancel)).Zone);
        await job.Complete(work => DueCases.Draw(work, null, Actor.System, cancel), cancel, JobOutcome.Again(next));
    }
}

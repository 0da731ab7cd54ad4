using Loket.Cases.Callbacks;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>Forget what was done to several cases or callback requests at once, a day after.</summary>
internal sealed record CleanActs : IJobPayload
{
    public static string Kind => "case.clean-acts";
}

internal sealed class CleanActsHandler : IJobHandler<CleanActs>
{
    // Longer than it can be undone, so that who comes too late is told so.
    private static readonly Duration KeptFor = Duration.FromDays(1);
    private static readonly Duration Often = Duration.FromHours(1);

    public Task Run(CleanActs payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var past = now - KeptFor;
        return job.Complete(async work =>
        {
            await work.Db.Set<BulkAct>().Where(one => one.At < past).ExecuteDeleteAsync(cancel);
            await work.Db.Set<CallbackAct>().Where(one => one.At < past).ExecuteDeleteAsync(cancel);
        }, cancel, JobOutcome.Again(now + Often));
    }
}

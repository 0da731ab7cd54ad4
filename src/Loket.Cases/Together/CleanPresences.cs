using Loket.Kernel;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Together;

/// <summary>Forget who had which case before them, each hour.</summary>
internal sealed record CleanPresences : IJobPayload
{
    public static string Kind => "case.clean-presences";
}

internal sealed class CleanPresencesHandler(TimeProvider machine) : IJobHandler<CleanPresences>
{
    private static readonly Duration Often = Duration.FromHours(1);

    public Task Run(CleanPresences payload, JobContext job, CancellationToken cancel)
    {
        var old = machine.Instant() - BeOnCase.Stays;
        return job.Complete(async work => await work.Db.Set<CasePresence>().Where(one => one.SeenAt <= old).ExecuteDeleteAsync(cancel), cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Often));
    }
}

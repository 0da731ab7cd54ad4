using Loket.Intake.Follow;
using Loket.Kernel;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Intake.Residents;

/// <summary>Removes drafts, codes and counts of tries whose time is up, each hour.</summary>
public sealed record CleanDrafts : IJobPayload
{
    /// <inheritdoc />
    public static string Kind => "intake.clean-drafts";
}

internal sealed class CleanDraftsHandler(TimeProvider machine) : IJobHandler<CleanDrafts>
{
    private static readonly Duration Often = Duration.FromHours(1);
    private static readonly Duration TriesStay = Duration.FromDays(1);

    public Task Run(CleanDrafts payload, JobContext job, CancellationToken cancel)
    {
        var now = machine.Instant();
        var tried = now - TriesStay;
        return job.Complete(
            async work =>
            {
                await work.Db.Set<IntakeDraft>().Where(draft => draft.Until < now).ExecuteDeleteAsync(cancel);
                await work.Db.Set<FollowCode>().Where(code => code.Until < now).ExecuteDeleteAsync(cancel);
                await work.Db.Set<FollowTry>().Where(one => one.LastAt < tried).ExecuteDeleteAsync(cancel);
            },
            cancel,
            JobOutcome.Again(job.Tenant.Clock.Now() + Often));
    }
}

using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>How the queue of jobs stands.</summary>
/// <param name="Open">How many are to be done, timers included.</param>
/// <param name="OverdueSince">When the oldest that should have been done fell due; null when none waits.</param>
/// <param name="Dead">How many failed too often and wait for a person.</param>
/// <param name="Failing">Those that failed at their last attempt: the dead first, then those that will be tried again; at most <see cref="JobFigures.MostListed"/>.</param>
public sealed record JobStanding(long Open, Instant? OverdueSince, long Dead, IReadOnlyList<FailingJob> Failing);

/// <summary>A job that failed at its last attempt.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">Dead, or open when it will be tried again.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">When it was to be done.</param>
/// <param name="Error">What went wrong the last time.</param>
public sealed record FailingJob(JobId Id, string Kind, JobState State, int Attempts, Instant DueAt, string Error);

/// <summary>Looks at the queue of jobs.</summary>
public sealed class JobFigures(Databases databases)
{
    /// <summary>Of how many failing jobs the particulars are told.</summary>
    public const int MostListed = 200;

    /// <summary>How the queue of a tenant stands.</summary>
    public async Task<JobStanding> Look(Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var now = tenant.Clock.Now();
        var open = db.Jobs.Where(job => job.State == JobState.Open);
        var failing = await db.Jobs.Where(job => job.LastError != null || job.State == JobState.Dead)
            .OrderBy(job => job.State == JobState.Dead ? 0 : 1).ThenBy(job => job.DueAt).ThenBy(job => job.Id).Take(MostListed)
            .Select(job => new FailingJob(job.Id, job.Kind, job.State, job.Attempt, job.DueAt, job.LastError ?? "")).ToListAsync(cancel);
        return new JobStanding(
            await open.LongCountAsync(cancel),
            await open.Where(job => job.DueAt <= now).MinAsync(job => (Instant?)job.DueAt, cancel),
            await db.Jobs.LongCountAsync(job => job.State == JobState.Dead, cancel),
            failing);
    }

    /// <summary>When the next job falls due that nobody holds back after a failure; null when none does up to a moment.</summary>
    public async Task<Instant?> NextDue(Tenant tenant, Instant upTo, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var machine = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return await db.Jobs.Where(job => job.State == JobState.Open && job.DueAt <= upTo && job.ReadyAt <= machine).MinAsync(job => (Instant?)job.DueAt, cancel);
    }
}

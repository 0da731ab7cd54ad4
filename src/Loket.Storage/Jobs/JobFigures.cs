using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>How the queue of jobs stands.</summary>
/// <param name="Open">How many are to be done, timers included.</param>
/// <param name="OverdueSince">When the oldest that should have been done fell due; null when none waits.</param>
/// <param name="Dead">How many failed too often, per kind, with the last error of one of them.</param>
public sealed record JobStanding(long Open, Instant? OverdueSince, IReadOnlyList<DeadJobs> Dead);

/// <summary>Jobs of one kind that wait for a person.</summary>
public sealed record DeadJobs(string Kind, int Count, string? LastError);

/// <summary>Looks at the queue of jobs.</summary>
public sealed class JobFigures(Databases databases)
{
    /// <summary>How the queue of a tenant stands.</summary>
    public async Task<JobStanding> Look(Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var now = tenant.Clock.Now();
        var open = db.Jobs.Where(job => job.State == JobState.Open);
        var dead = await db.Jobs.Where(job => job.State == JobState.Dead).GroupBy(job => job.Kind)
            .Select(kind => new { Kind = kind.Key, Count = kind.Count(), Error = kind.Max(job => job.LastError) }).ToListAsync(cancel);
        return new JobStanding(
            await open.LongCountAsync(cancel),
            await open.Where(job => job.DueAt <= now).MinAsync(job => (Instant?)job.DueAt, cancel),
            [.. dead.OrderBy(kind => kind.Kind, StringComparer.Ordinal).Select(kind => new DeadJobs(kind.Kind, kind.Count, kind.Error))]);
    }

    /// <summary>When the next job falls due that nobody holds back after a failure; null when none does up to a moment.</summary>
    public async Task<Instant?> NextDue(Tenant tenant, Instant upTo, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var machine = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        return await db.Jobs.Where(job => job.State == JobState.Open && job.DueAt <= upTo && job.ReadyAt <= machine).MinAsync(job => (Instant?)job.DueAt, cancel);
    }
}

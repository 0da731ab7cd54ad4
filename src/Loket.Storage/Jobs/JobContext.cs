using Loket.Kernel;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>The attempt under way: ends the job in the same transaction as its effects, unless somebody else has taken it over.</summary>
public sealed class JobContext
{
    private readonly UnitOfWork work;

    internal JobContext(JobId id, Guid owner, int attempt, Tenant tenant, UnitOfWork work)
    {
        (Id, Owner, Attempt, Tenant, this.work) = (id, owner, attempt, tenant, work);
    }

    /// <summary>Which attempt, from 1.</summary>
    public int Attempt { get; }

    /// <summary>Whose job.</summary>
    public Tenant Tenant { get; }

    internal JobId Id { get; }

    internal Guid Owner { get; }

    internal bool Completed { get; private set; }

    /// <summary>Ends the job together with what the body changes. When the lease was lost nothing is changed and the job is somebody else's.</summary>
    public async Task Complete(Func<Work, Task> body, CancellationToken cancel, JobOutcome? outcome = null)
    {
        await work.Run<Done>(
            async current =>
            {
                if (!await End(current.Db, outcome ?? JobOutcome.Done, cancel)) return JobFailures.LeaseLost;
                await body(current);
                return default(Done);
            },
            cancel);
        Completed = true;
    }

    /// <summary>Ends the job; nothing else changes.</summary>
    public Task Complete(CancellationToken cancel, JobOutcome? outcome = null) => Complete(_ => Task.CompletedTask, cancel, outcome);

    private async Task<bool> End(LoketDb db, JobOutcome outcome, CancellationToken cancel)
    {
        var mine = db.Jobs.Where(job => job.Id == Id && job.Owner == Owner && job.Attempt == Attempt);
        var zero = Instant.FromUnixTimeTicks(0);
        var ended = outcome is JobOutcome.AgainOutcome again
            ? await mine.ExecuteUpdateAsync(
                set => set.SetProperty(job => job.DueAt, again.At).SetProperty(job => job.Owner, (Guid?)null)
                    .SetProperty(job => job.Attempt, 0).SetProperty(job => job.ReadyAt, zero).SetProperty(job => job.LastError, (string?)null),
                cancel)
            : await mine.ExecuteDeleteAsync(cancel);
        return ended == 1;
    }
}

internal static class JobFailures
{
    public static Failure LeaseLost { get; } = new("job.lease-lost", FailureKind.Conflict);

    /// <summary>None of these jobs is there, or none of them fails.</summary>
    public static Failure NotFailing { get; } = new("job.not-failing", FailureKind.NotFound);
}

using System.Collections.Frozen;
using System.Data.Common;
using Dapper;
using Loket.Kernel;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>Claims due jobs of a tenant and does them. Used by the worker, and directly where a test or scenario wants everything done now.</summary>
/// <remarks>A lease with a fence (id, owner, attempt): a worker that died loses its job after the lease; one that comes back too late changes nothing.</remarks>
public sealed class JobRunner(
    IServiceScopeFactory scopes, Databases databases, IEnumerable<JobRegistration> registrations, IEnumerable<JobSchedule> schedules, ILogger<JobRunner> log)
{
    private const int MostAttempts = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly FrozenDictionary<string, JobRegistration> handlers = registrations.ToFrozenDictionary(one => one.Kind);
    private readonly FrozenSet<string> scheduled = schedules.Select(one => one.Kind).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Who this process is in its claims.</summary>
    internal Guid Owner { get; } = Guid.NewGuid();

    /// <summary>Makes sure that the scheduled jobs stand in the queue. Where one process alone can have the database, what an earlier one left claimed is free again.</summary>
    public async Task Prepare(Tenant tenant, CancellationToken cancel)
    {
        await using var scope = Scope(tenant);
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        if (tenant.Database.OneWriter) await FreeOfTheGone(work, cancel);
        foreach (var schedule in schedules)
        {
            await work.Run<Done>(
                async current =>
                {
                    var stands = await current.Db.Jobs.SingleOrDefaultAsync(job => job.Once == schedule.Kind, cancel);
                    // A version before this one let schedules die.
                    if (stands is { State: JobState.Dead }) stands.TryAgain();
                    if (stands is null)
                    {
                        current.Db.Add(new Job
                        {
                            Id = Ids.New<JobId>(), Kind = schedule.Kind, Payload = schedule.Payload, Once = schedule.Kind, DueAt = current.Now,
                        });
                    }

                    return default(Done);
                },
                cancel);
        }
    }

    /// <summary>Does up to <paramref name="most"/> due jobs; returns how many were taken.</summary>
    public async Task<int> RunDue(Tenant tenant, int most, CancellationToken cancel)
    {
        var claimed = await Claim(tenant, most, cancel);
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancel },
            async (job, token) => await Do(tenant, job, token));
        return claimed.Count;
    }

    private async Task FreeOfTheGone(UnitOfWork work, CancellationToken cancel) => await work.Run<Done>(
        async current =>
        {
            await current.Db.Jobs.Where(job => job.State == JobState.Open && job.Owner != null && job.Owner != Owner)
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.Owner, (Guid?)null).SetProperty(job => job.ReadyAt, Instant.FromUnixTimeTicks(0)), cancel);
            return default(Done);
        },
        cancel);

    /// <summary>Claims up to <paramref name="most"/> due jobs; each must be done with <see cref="Do"/>.</summary>
    internal async Task<IReadOnlyList<Claimed>> Claim(Tenant tenant, int most, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var machine = Now();
        var parameters = new
        {
            owner = tenant.Database.Parameter(Owner),
            count = most,
            now = tenant.Clock.Now().ToUnixTimeTicks() / 10,
            machine,
            lease = machine + (long)Lease.TotalMicroseconds,
        };
        // Looking first costs no write: an idle program leaves the disk alone.
        var connection = db.Database.GetDbConnection();
        var due = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM (SELECT 1 FROM jobs WHERE state = 'Open' AND due_at <= @now AND ready_at <= @machine LIMIT 1) AS due", parameters, cancellationToken: cancel));
        if (due == 0) return [];

        if (tenant.Gate is { } gate) await gate.WaitAsync(cancel);
        try
        {
            return await ReadClaims(connection, tenant.Database.ClaimJobsSql, parameters, cancel);
        }
        finally
        {
            tenant.Gate?.Release();
        }
    }

    private static async Task<IReadOnlyList<Claimed>> ReadClaims(DbConnection connection, string sql, object parameters, CancellationToken cancel)
    {
        var claims = new List<Claimed>();
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel));
        while (await reader.ReadAsync(cancel))
        {
            var id = reader.GetValue(0) is byte[] bytes ? new Guid(bytes, bigEndian: true) : reader.GetGuid(0);
            claims.Add(new Claimed(new JobId(id), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
        }

        return claims;
    }

    /// <summary>Does a claimed job; a failure is written down for a later attempt.</summary>
    internal async Task Do(Tenant tenant, Claimed claim, CancellationToken cancel)
    {
        await using var scope = Scope(tenant);
        var context = new JobContext(claim.Id, Owner, claim.Attempt, tenant, scope.ServiceProvider.GetRequiredService<UnitOfWork>());
        try
        {
            if (!handlers.TryGetValue(claim.Kind, out var handler)) throw new InvalidOperationException($"No handler for jobs of kind {claim.Kind}.");
            await handler.Run(scope.ServiceProvider, claim.Payload, context, cancel);
            if (!context.Completed) throw new InvalidOperationException($"The handler of {claim.Kind} did not complete its job.");
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "Job {Kind} {Id} failed at attempt {Attempt}", claim.Kind, claim.Id.Value, claim.Attempt);
            await Fail(tenant, claim, exception, cancel);
        }
    }

    private async Task Fail(Tenant tenant, Claimed claim, Exception exception, CancellationToken cancel)
    {
        await using var scope = Scope(tenant);
        var over = claim.Attempt >= MostAttempts && !scheduled.Contains(claim.Kind);
        if (over && await GiveUp(scope.ServiceProvider, claim, cancel)) return;
        // Doubling from two seconds to an hour, spread by a quarter so that a recovered server is not stormed.
        var wait = Math.Min(3600, Math.Pow(2, claim.Attempt)) * (0.75 + Random.Shared.NextDouble() / 2);
        var ready = Instant.FromUnixTimeTicks((Now() + (long)(wait * 1_000_000)) * 10);
        var error = exception.Message.Length > 2000 ? exception.Message[..2000] : exception.Message;
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run<Done>(
            async work =>
            {
                await work.Db.Jobs.Where(job => job.Id == claim.Id && job.Owner == Owner && job.Attempt == claim.Attempt).ExecuteUpdateAsync(
                    set => set.SetProperty(job => job.State, over ? JobState.Dead : JobState.Open)
                        .SetProperty(job => job.ReadyAt, ready)
                        .SetProperty(job => job.Owner, (Guid?)null)
                        .SetProperty(job => job.LastError, error),
                    cancel);
                return default(Done);
            },
            cancel);
    }

    /// <summary>Ends a job that failed at every attempt with what its handler says that this means; false where it says nothing, or even that failed.</summary>
    private async Task<bool> GiveUp(IServiceProvider services, Claimed claim, CancellationToken cancel)
    {
        if (!handlers.TryGetValue(claim.Kind, out var handler) || handler.GiveUp is not { } giveUp) return false;
        try
        {
            await services.GetRequiredService<UnitOfWork>().Run<Done>(
                async work =>
                {
                    var mine = work.Db.Jobs.Where(job => job.Id == claim.Id && job.Owner == Owner && job.Attempt == claim.Attempt);
                    if (await mine.ExecuteDeleteAsync(cancel) == 0) return JobFailures.LeaseLost;
                    await giveUp(services, claim.Payload, work, cancel);
                    return default(Done);
                },
                cancel);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Job {Kind} {Id} could not be given up", claim.Kind, claim.Id.Value);
            return false;
        }
    }

    private AsyncServiceScope Scope(Tenant tenant)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
        return scope;
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
}

/// <summary>A job that is ours until its lease ends.</summary>
internal sealed record Claimed(JobId Id, string Kind, string Payload, int Attempt);

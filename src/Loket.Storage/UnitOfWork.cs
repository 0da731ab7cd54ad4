using System.Security.Cryptography;
using System.Text.Json;
using Loket.Kernel;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage;

/// <summary>The way of every change: gate, begin, read with rights, decide, change and journal and jobs, commit.</summary>
/// <remarks>No outside call happens inside. The body may run more than once (a busy database, somebody else saved first); each time on
/// a fresh context, so it must not keep what it read. It belongs to one request or job: what a request reads of what stands it reads as it stood at its beginning.</remarks>
public sealed class UnitOfWork(
    Databases databases, TenantContext context, EventTypes events, Subscriptions subscriptions, JobSignal signal, IServiceProvider services)
{
    private const int Attempts = 8;

    // What stands, for all that this request reads.
    private StandingShelf? known;

    /// <summary>Reads without a transaction of its own.</summary>
    public async Task<T> Read<T>(Func<LoketDb, Task<T>> body)
    {
        await using var db = databases.Open(context.Tenant);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (known is { } standing) db.Knows(standing);
        return await body(db);
    }

    /// <summary>The first that a request reads. Where it reads the stamp of what stands along (<see cref="LoketDb.StandsAt"/>), what the request reads after it sees what stands as it was then and
    /// does not ask again; a transaction always does, and what it changes counts at once.</summary>
    public Task<T> ReadFirst<T>(Func<LoketDb, Task<T>> body) => Read(async db =>
    {
        var read = await body(db);
        known = db.Known;
        return read;
    });

    /// <summary>Carries out a wish that nobody repeats.</summary>
    public Task<Result<T>> Run<T>(Func<Work, Task<Result<T>>> body, CancellationToken cancel) =>
        Run(RequestKey.None, null, body, cancel);

    /// <summary>Carries out a wish once: the same key gives the first result again, the same key with another question is refused.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="question">What is asked, for comparison with an earlier use of the key.</param>
    /// <param name="body">Reads, decides, changes.</param>
    /// <param name="cancel">Stops it before the commit.</param>
    public async Task<Result<T>> Run<T>(RequestKey key, object? question, Func<Work, Task<Result<T>>> body, CancellationToken cancel)
    {
        var tenant = context.Tenant;
        var hash = key.IsNone ? null : Hash(question);
        for (var attempt = 1; ; attempt++)
        {
            if (tenant.Gate is { } gate) await gate.WaitAsync(cancel);
            try
            {
                return await Once(tenant, key, hash, body, cancel);
            }
            catch (Exception exception) when (attempt < Attempts && MayPass(tenant, exception))
            {
                // Somebody else was first: look again at how things stand now.
            }
            finally
            {
                tenant.Gate?.Release();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20) * attempt), cancel);
        }
    }

    private async Task<Result<T>> Once<T>(Tenant tenant, RequestKey key, byte[]? hash, Func<Work, Task<Result<T>>> body, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        // Whatever fails, all of it is rolled back: a point to go back to at each save would be chatter.
        db.Database.AutoSavepointsEnabled = false;
        // Changes are looked for once at each save, and not at every look at what is in hand.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (hash is not null && await StoredRequests.Find(db, key, cancel) is { } earlier)
        {
            return earlier.Hash.AsSpan().SequenceEqual(hash)
                ? JsonSerializer.Deserialize<T>(earlier.Result, Json.Options)!
                : StorageFailures.KeyReused;
        }

        var now = tenant.Clock.Now();
        var journal = new JournalWriter(db, events, now);
        var jobs = new JobQueue(db, now);
        var work = new Work(db, journal, jobs, tenant, now);

        var result = await body(work);
        if (!result.Succeeded) return result;

        await db.SaveChangesAsync(cancel);
        while (journal.TryNext(out var entry)) await subscriptions.Deliver(services, entry, work, cancel);
        await db.SaveChangesAsync(cancel);
        var appended = journal.Rows().Append(jobs.Rows()).Concat(work.Appended);
        if (hash is not null)
        {
            appended = appended.Append(StoredRequests.Row(new StoredRequest
            {
                Scope = key.Scope, Key = key.Key, Hash = hash, At = now, Result = JsonSerializer.Serialize(result.Value, Json.Options),
            }));
        }

        await AppendedRows.Insert(db, appended, cancel);
        await transaction.CommitAsync(cancel);
        if (db.HasChangedWhatStands) known = null;
        if (!jobs.IsEmpty) signal.Wake(tenant);
        return result;
    }

    private static bool MayPass(Tenant tenant, Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException update when tenant.Database.IsUniqueViolation(update) => true,
        _ => tenant.Database.IsTransient(exception),
    };

    private static byte[] Hash(object? question) =>
        SHA256.HashData(question is null ? [] : JsonSerializer.SerializeToUtf8Bytes(question, question.GetType(), Json.Options));
}

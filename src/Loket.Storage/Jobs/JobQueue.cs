using System.Text.Json;
using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>Queues jobs inside a transaction.</summary>
public sealed class JobQueue
{
    private static readonly string[] Columns = ["id", "attempt", "due_at", "kind", "last_error", "once", "owner", "payload", "ready_at", "state"];

    private readonly LoketDb db;
    private readonly Instant now;
    private readonly List<Job> added = [];

    internal JobQueue(LoketDb db, Instant now) => (this.db, this.now) = (db, now);

    internal bool IsEmpty => added.Count == 0;

    /// <summary>To be done as soon as possible after the commit, or at a moment of the business clock.</summary>
    /// <param name="payload">What to do; its type chooses the handler.</param>
    /// <param name="at">Not before this moment.</param>
    /// <param name="once">A name under which the job stands in the queue at most once.</param>
    public void Add<TPayload>(TPayload payload, Instant? at = null, string? once = null) where TPayload : IJobPayload => added.Add(new Job
    {
        Id = Ids.New<JobId>(),
        Kind = TPayload.Kind,
        Payload = JsonSerializer.Serialize(payload, Json.Options),
        Once = once,
        DueAt = at ?? now,
    });

    /// <summary>Removes a job that stands under a name, if it is still there; for timers that are no longer needed.</summary>
    public Task Cancel(string once, CancellationToken cancel)
    {
        added.RemoveAll(job => job.Once == once);
        return db.Jobs.Where(job => job.Once == once).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What was added, as rows.</summary>
    internal AppendedRows Rows() => new("jobs", Columns, added.ConvertAll<object?[]>(job =>
    [
        db.Kind.Parameter(job.Id.Value), job.Attempt, job.DueAt.ToUnixTimeTicks() / 10, job.Kind, job.LastError, job.Once, null, job.Payload,
        job.ReadyAt.ToUnixTimeTicks() / 10, job.State.ToString(),
    ]));
}

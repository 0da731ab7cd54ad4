using Loket.Storage;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Documents.Storing;

/// <summary>Throw away files that no document speaks of.</summary>
internal sealed record SweepFiles : IJobPayload
{
    public static string Kind => "documents.sweep";
}

/// <summary>Daily. Age is by the machine's clock, as the files' own times are.</summary>
internal sealed class SweepFilesHandler(UnitOfWork unit) : IJobHandler<SweepFiles>
{
    private const int Batch = 500;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task Run(SweepFiles payload, JobContext job, CancellationToken cancel)
    {
        await Sweep(new FileStore(job.Tenant), TimeProvider.System.GetUtcNow().UtcDateTime - Grace, cancel);
        await job.Complete(cancel, JobOutcome.Again(job.Tenant.Clock.Now() + Duration.FromDays(1)));
    }

    /// <summary>Sets aside what nobody speaks of, puts back what somebody does, throws away what was set aside long enough.</summary>
    internal async Task Sweep(FileStore store, DateTime before, CancellationToken cancel)
    {
        foreach (var batch in store.SetAsideBefore(before).ToList().Chunk(Batch))
        {
            var spoken = await SpokenOf(batch, cancel);
            foreach (var hash in batch)
            {
                if (spoken.Contains(hash)) store.Restore(hash);
                else store.ThrowAway(hash);
            }
        }

        foreach (var batch in store.OlderThan(before).ToList().Chunk(Batch))
        {
            var spoken = await SpokenOf(batch, cancel);
            foreach (var hash in batch.Where(hash => !spoken.Contains(hash))) store.SetAside(hash);
        }

        store.ThrowAwayIncoming(before);
    }

    private Task<HashSet<string>> SpokenOf(string[] hashes, CancellationToken cancel) => unit.Read(async db =>
    {
        var found = await db.Documents.Where(document => hashes.Contains(document.Hash)).Select(document => document.Hash)
            .Union(db.Documents.Where(document => document.ThumbnailHash != null && hashes.Contains(document.ThumbnailHash)).Select(document => document.ThumbnailHash!))
            .ToListAsync(cancel);
        return found.ToHashSet(StringComparer.Ordinal);
    });
}

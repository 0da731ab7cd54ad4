using System.Globalization;
using System.Text.Json;
using Loket.Storage.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>Link the committed entries that are not in the chain yet.</summary>
internal sealed record SealJournal : IJobPayload
{
    public static string Kind => "journal.seal";
}

/// <summary>Links entries after their commit, so that writers never wait for each other, and puts a daily seal outside the database.</summary>
internal sealed class SealJournalHandler(UnitOfWork reading) : IJobHandler<SealJournal>
{
    private const int Batch = 2000;
    private static readonly Duration Rest = Duration.FromSeconds(30);

    public async Task Run(SealJournal payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var waiting = await reading.Read(db => db.Set<JournalUnsealed>().CountAsync(cancel));
        await job.Complete(work => Link(work, cancel), cancel, JobOutcome.Again(waiting > Batch ? now : now + Rest));
        await Export(job.Tenant, now, cancel);
    }

    private static async Task Link(Work work, CancellationToken cancel)
    {
        var seals = work.Db.Set<JournalSeal>();
        var last = await seals.OrderByDescending(seal => seal.Position).FirstOrDefaultAsync(cancel);
        var entries = await (
            from unsealed in work.Db.Set<JournalUnsealed>()
            join entry in work.Db.Journal on unsealed.EntryId equals entry.Id
            orderby entry.Id
            select new { unsealed, entry.Id, entry.Digest }).Take(Batch).ToListAsync(cancel);

        var (position, chain) = (last?.Position ?? 0, last?.Chain ?? []);
        foreach (var entry in entries)
        {
            chain = JournalDigest.Link(work.Tenant.Keys, chain, entry.Digest);
            seals.Add(new JournalSeal { Position = ++position, EntryId = entry.Id, Chain = chain });
            work.Db.Remove(entry.unsealed);
        }
    }

    /// <summary>The first link of a new day also stands in a file outside the database: who rewrites the chain from an earlier point contradicts it.</summary>
    private async Task Export(Tenancy.Tenant tenant, Instant now, CancellationToken cancel)
    {
        var day = now.InUtc().Date;
        var folder = Path.Combine(tenant.Folder, SealFiles.Folder);
        var file = Path.Combine(folder, day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) + ".json");
        if (File.Exists(file)) return;
        var last = await reading.Read(db => db.Set<JournalSeal>().OrderByDescending(seal => seal.Position).FirstOrDefaultAsync(cancel));
        if (last is null) return;
        Directory.CreateDirectory(folder);
        Keep(file, JsonSerializer.SerializeToUtf8Bytes(new DailySeal(day, last.Position, Convert.ToHexStringLower(last.Chain)), Json.Options));
    }

    /// <summary>Under its name a seal stands whole or not at all: half of one, after a full disk or a kill, would contradict the chain for ever.</summary>
    private static void Keep(string file, byte[] content)
    {
        var part = file + ".part";
        using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(part, file, overwrite: true);
        FolderFlush.ToDisk(Path.GetDirectoryName(file)!);
    }
}

internal static class SealFiles
{
    public const string Folder = "seals";
}

/// <summary>Where the chain stood when a day began.</summary>
/// <param name="Day">The day (UTC).</param>
/// <param name="Position">The last link.</param>
/// <param name="Chain">Its value, hexadecimal.</param>
public sealed record DailySeal(LocalDate Day, long Position, string Chain);

/// <summary>The chain was followed from its first entry to its last.</summary>
/// <param name="Check">Names this check.</param>
/// <param name="Linked">How many links were followed.</param>
/// <param name="Break">What was wrong; null when it is whole.</param>
[JournalEvent("journal.checked", Audience.Audit)]
public sealed record JournalChecked(Guid Check, long Linked = 0, JournalBreak? Break = null) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Check];
}

using System.Globalization;
using System.Text.Json;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Loket.Storage.Journal;

/// <summary>What can be wrong with the journal.</summary>
public enum JournalBreak
{
    /// <summary>A link is missing.</summary>
    LinkMissing,

    /// <summary>The entry of a link is missing.</summary>
    EntryMissing,

    /// <summary>An entry is not what it was when it was written.</summary>
    EntryChanged,

    /// <summary>The personal values of an entry are not what they were; erased values are no break.</summary>
    PersonalChanged,

    /// <summary>A link does not follow from the one before it.</summary>
    LinkChanged,

    /// <summary>An entry is neither linked nor waiting for the sealer.</summary>
    NotLinked,

    /// <summary>A daily seal outside the database says otherwise than the chain.</summary>
    SealContradicts,
}

/// <summary>How the journal stands.</summary>
/// <param name="Linked">How many links were followed.</param>
/// <param name="Waiting">How many entries are not linked yet.</param>
/// <param name="WaitingSince">The oldest of those.</param>
/// <param name="Seals">How many daily seals were compared.</param>
/// <param name="Break">The first thing that is wrong; null when the journal is whole.</param>
/// <param name="Where">The position, entry or day of the break.</param>
public sealed record JournalReport(long Linked, long Waiting, Instant? WaitingSince, int Seals, JournalBreak? Break, string? Where);

/// <summary>Checks the journal from its first entry to its last: digests, personal values, links and daily seals.</summary>
public sealed class JournalChain(Databases databases)
{
    private const int Batch = 2000;

    /// <summary>Follows the chain of a tenant, in pieces, so that a running program is not held up.</summary>
    /// <param name="tenant">Whose journal.</param>
    /// <param name="progress">How many links were followed.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<JournalReport> Verify(Tenant tenant, IProgress<long>? progress, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var seals = await DailySeals(tenant.Folder, cancel);
        var walk = new Walk(tenant.Keys, seals);
        // What is linked while we read is for the next time.
        var end = await db.Set<JournalSeal>().MaxAsync(seal => (long?)seal.Position, cancel) ?? 0;
        while (walk.Break is null && walk.Position < end)
        {
            var links = await Links(db, walk.Position, end, cancel);
            if (links.Count == 0) walk.Stop(JournalBreak.LinkMissing, walk.Position + 1);
            foreach (var link in links.TakeWhile(_ => walk.Break is null)) walk.Follow(link);
            progress?.Report(walk.Position);
        }

        if (walk.Break is null && seals.Select(seal => seal.Key).Where(position => position > end).ToList() is { Count: > 0 } beyond)
            walk.Stop(JournalBreak.LinkMissing, beyond.Min());
        if (walk.Break is null) await Rest(db, walk, cancel);
        return await Report(db, walk, seals.Sum(seal => seal.Count()), cancel);
    }

    /// <summary>The latest moment of which there is an entry; null when the journal is empty.</summary>
    public async Task<Instant?> Newest(Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        return await db.Journal.MaxAsync(entry => (Instant?)entry.At, cancel);
    }

    private static Task<List<Link>> Links(LoketDb db, long after, long end, CancellationToken cancel) => (
        from seal in db.Set<JournalSeal>()
        where seal.Position > after && seal.Position <= end
        join entry in db.Journal on seal.EntryId equals entry.Id into entries
        from entry in entries.DefaultIfEmpty()
        join personal in db.Set<JournalPersonal>() on seal.EntryId equals personal.EntryId into values
        from personal in values.DefaultIfEmpty()
        orderby seal.Position
        select new Link(seal, entry, personal)).Take(Batch).ToListAsync(cancel);

    /// <summary>Entries outside the chain: those that wait are checked as well, others should not be there.</summary>
    private static async Task Rest(LoketDb db, Walk walk, CancellationToken cancel)
    {
        var unlinked = await (
            from entry in db.Journal
            where !db.Set<JournalSeal>().Any(seal => seal.EntryId == entry.Id)
            join personal in db.Set<JournalPersonal>() on entry.Id equals personal.EntryId into values
            from personal in values.DefaultIfEmpty()
            select new { entry, personal, waits = db.Set<JournalUnsealed>().Any(unsealed => unsealed.EntryId == entry.Id) }).ToListAsync(cancel);
        foreach (var one in unlinked.TakeWhile(_ => walk.Break is null))
        {
            if (!one.waits) walk.Stop(JournalBreak.NotLinked, one.entry.Id);
            else walk.Check(one.entry, one.personal);
        }
    }

    private static async Task<JournalReport> Report(LoketDb db, Walk walk, int seals, CancellationToken cancel)
    {
        var waiting = db.Journal.Where(entry => db.Set<JournalUnsealed>().Any(unsealed => unsealed.EntryId == entry.Id));
        return new JournalReport(
            walk.Position,
            await waiting.LongCountAsync(cancel),
            await waiting.MinAsync(entry => (Instant?)entry.At, cancel),
            seals, walk.Break, walk.Where);
    }

    private static async Task<ILookup<long, DailySeal>> DailySeals(string folder, CancellationToken cancel)
    {
        var seals = new List<DailySeal>();
        var place = Path.Combine(folder, SealFiles.Folder);
        foreach (var file in Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.json") : [])
        {
            try
            {
                seals.Add(JsonSerializer.Deserialize<DailySeal>(await File.ReadAllTextAsync(file, cancel), Json.Options)!);
            }
            catch (JsonException)
            {
                // Not what the sealer wrote: it contradicts the very first link.
                seals.Add(new DailySeal(default, 1, Path.GetFileName(file)));
            }
        }

        return seals.ToLookup(seal => seal.Position);
    }

    private sealed record Link(JournalSeal Seal, JournalEntry? Entry, JournalPersonal? Personal);

    /// <summary>Follows the links and stops at the first that is wrong.</summary>
    private sealed class Walk(TenantKeys keys, ILookup<long, DailySeal> seals)
    {
        private byte[] chain = [];

        public long Position { get; private set; }

        public JournalBreak? Break { get; private set; }

        public string? Where { get; private set; }

        public void Follow(Link link)
        {
            var position = Position + 1;
            if (link.Seal.Position != position)
            {
                Stop(JournalBreak.LinkMissing, position);
                return;
            }

            if (link.Entry is not { } entry)
            {
                Stop(JournalBreak.EntryMissing, position);
                return;
            }

            Check(entry, link.Personal);
            if (Break is not null) return;
            chain = JournalDigest.Link(keys, chain, entry.Digest);
            if (!chain.AsSpan().SequenceEqual(link.Seal.Chain)) Stop(JournalBreak.LinkChanged, position);
            else if (seals[position].FirstOrDefault(seal => seal.Chain != Convert.ToHexStringLower(chain)) is { } seal) Stop(JournalBreak.SealContradicts, seal.Day);
            else Position = position;
        }

        public void Check(JournalEntry entry, JournalPersonal? personal)
        {
            if (!JournalDigest.Of(entry).AsSpan().SequenceEqual(entry.Digest)) Stop(JournalBreak.EntryChanged, entry.Id);
            else if (personal is not null && !JournalDigest.OfPersonal(personal.Salt, personal.Data).AsSpan().SequenceEqual(entry.PersonalDigest)) Stop(JournalBreak.PersonalChanged, entry.Id);
        }

        public void Stop(JournalBreak @break, JournalEntryId entry) => Stop(@break, (object)entry.Value);

        public void Stop(JournalBreak @break, object where) =>
            (Break, Where) = (@break, where is LocalDate day ? LocalDatePattern.Iso.Format(day) : Convert.ToString(where, CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Demo.Bulk;

/// <summary>Makes new rows in the shape of a sample: other identifiers, references and moments, and for the journal the digests that belong to them.</summary>
internal sealed class Press
{
    private readonly string prefix;
    private readonly bool bytes;
    private readonly HashSet<string> given;

    private Press(string prefix, bool bytes, HashSet<string> given) => (this.prefix, this.bytes, this.given) = (prefix, bytes, given);

    /// <summary>A press for a database; among a million references some of those that stand would come again by chance.</summary>
    public static async Task<Press> For(LoketDb db, CancellationToken cancel)
    {
        var prefix = (await Profiles.Current(db, cancel)).ReferencePrefix;
        var given = await db.Database.SqlQueryRaw<string>("SELECT reference AS \"Value\" FROM matters UNION ALL SELECT reference FROM cases").ToListAsync(cancel);
        return new Press(prefix, db.Kind.StoresIdsAsBytes, [.. given]);
    }

    /// <summary>Presses one copy.</summary>
    /// <param name="sample">The shape.</param>
    /// <param name="shift">How much later than the sample it is.</param>
    /// <param name="at">Its moment, for its identifiers.</param>
    /// <param name="known">What stands for identifiers that others made; gets those that this copy makes.</param>
    public List<BulkRow> Copy(Sample sample, Duration shift, Instant at, Dictionary<Guid, Guid> known)
    {
        foreach (var id in sample.Made) known[id] = Guid.CreateVersion7(at.ToDateTimeOffset());
        var words = sample.Words(id => known[id], NewReference);
        var microseconds = shift.BclCompatibleTicks / 10;
        var rows = new List<BulkRow>(sample.Rows.Count);
        for (var row = 0; row < sample.Rows.Count; row++) rows.Add(new BulkRow(sample.Rows[row].Table, Values(sample, row, known, words, microseconds)));
        Digest(rows);
        return rows;
    }

    private object?[] Values(Sample sample, int number, Dictionary<Guid, Guid> known, string[] words, long microseconds)
    {
        var row = sample.Rows[number];
        var values = new object?[row.Values.Length];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = (row.Table.Columns[place].Kind, row.Values[place]) switch
            {
                (_, null) => null,
                (ColumnKind.Id, { } id) => known.TryGetValue(SampleTaker.IdOf(id), out var other) ? Stored(other) : id,
                // Zero and the end of time are no moments.
                (ColumnKind.Moment, long moment) => moment is > 0 and < 100_000_000_000_000_000 ? moment + microseconds : moment,
                (_, string text) => sample.Reworded(number, place, text, words),
                (_, var plain) => plain,
            };
        }

        // A wish is asked once.
        if (row.Table.Name == "requests") values[row.Table["key"]] = Guid.NewGuid().ToString("N");
        return values;
    }

    private object Stored(Guid id) => bytes ? id.ToByteArray(bigEndian: true) : id;

    private string NewReference()
    {
        string reference;
        do reference = Reference.FromNumber(prefix, RandomNumberGenerator.GetInt32(Reference.Count)).ToString();
        while (!given.Add(reference));
        return reference;
    }

    private static void Digest(List<BulkRow> rows)
    {
        foreach (var row in rows.Where(row => row.Table.Name == "journal_entries"))
        {
            var id = SampleTaker.IdOf(row["id"]!);
            var personal = rows.Find(other => other.Table.Name == "journal_personal" && SampleTaker.IdOf(other["entry_id"]!) == id);
            if (personal is not null) row["personal_digest"] = JournalDigest.OfPersonal((byte[])personal["salt"]!, (string)personal["data"]!);
            row["digest"] = JournalDigest.Of(new JournalEntry
            {
                Id = new JournalEntryId(id),
                At = Instant.FromUnixTimeTicks(Convert.ToInt64(row["at"], CultureInfo.InvariantCulture) * 10),
                Kind = (string)row["kind"]!,
                WhoKind = Enum.Parse<WhoKind>((string)row["who_kind"]!),
                WhoId = row["who_id"] is { } who ? SampleTaker.IdOf(who) : null,
                Audience = Enum.Parse<Audience>((string)row["audience"]!),
                Data = (string)row["data"]!,
                PersonalDigest = (byte[]?)row["personal_digest"],
            });
        }
    }
}

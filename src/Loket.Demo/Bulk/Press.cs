using System.Globalization;
using System.Security.Cryptography;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Demo.Bulk;

/// <summary>Makes new rows in the shape of a sample: other identifiers, references and moments, and for the journal the digests that belong to them.</summary>
/// <param name="prefix">The municipality, before each reference.</param>
/// <param name="bytes">Whether identifiers are stored as bytes.</param>
internal sealed class Press(string prefix, bool bytes)
{
    private readonly HashSet<int> given = [];

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
        int number;
        do number = RandomNumberGenerator.GetInt32(Reference.Count);
        while (!given.Add(number));
        return Reference.FromNumber(prefix, number).ToString();
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

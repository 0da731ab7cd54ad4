using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Makes the list of addresses equal to what is brought in: adds, changes, removes. An address that stays keeps its identity.</summary>
internal static class AddressWriter
{
    private const int RemovedAtOnce = 500;

    /// <param name="rowOf">The number by which a person knows a row, given its place in the list.</param>
    public static async Task<Result<AddressesImported>> Replace(
        Work work, Guid import, IReadOnlyList<AddressRecord> records, Func<int, int> rowOf, CancellationToken cancel)
    {
        if (records.Count == 0) return PlacesFailures.NothingInIt;
        var db = work.Db;
        var areas = await new AreaTree().Map(db, cancel);
        var rows = new List<Row>(records.Count);
        var seen = new Dictionary<(string, string, int, string, string), int>(records.Count);
        for (var at = 0; at < records.Count; at++)
        {
            if (WhatIsWrong(records[at], areas) is { } wrong) return PlacesFailures.WrongRow.With(rowOf(at), wrong.Column, wrong.Value);
            var row = Row.Of(records[at]);
            if (!seen.TryAdd(row.Key, at)) return PlacesFailures.DoubleRow.With(rowOf(at), rowOf(seen[row.Key]), row.Written);
            rows.Add(row);
        }

        var streets = await Streets(db, rows, areas, cancel);
        var present = await db.Addresses.AsNoTracking().ToDictionaryAsync(address => (address.StreetId, address.Number, address.Letter, address.Addition), cancel);
        var (added, changed) = (new List<Address>(), 0);
        foreach (var row in rows)
        {
            var record = row.Record;
            var street = streets[(row.StreetKey, row.TownKey)];
            if (!present.Remove((street, record.Number, row.Letter, row.Addition), out var address))
            {
                added.Add(new Address
                {
                    Id = Ids.New<AddressId>(), StreetId = street, Number = record.Number, Letter = row.Letter, Addition = row.Addition,
                    Postcode = row.Postcode, Area = record.Area, X = record.Position?.X, Y = record.Position?.Y,
                });
                continue;
            }

            var now = (row.Postcode, record.Area, record.Position?.X, record.Position?.Y);
            if ((address.Postcode, address.Area, address.X, address.Y) == now) continue;
            db.Attach(address);
            (address.Postcode, address.Area, address.X, address.Y) = now;
            changed++;
        }

        await db.SaveChangesAsync(cancel);
        foreach (var gone in present.Values.Select(address => address.Id).Chunk(RemovedAtOnce))
            await db.Addresses.Where(address => gone.Contains(address.Id)).ExecuteDeleteAsync(cancel);
        await BulkInsert.Add(db, added, cancel);
        var used = streets.Values.ToHashSet();
        var empty = (await db.Streets.Select(street => street.Id).ToListAsync(cancel)).Where(street => !used.Contains(street));
        foreach (var gone in empty.Chunk(RemovedAtOnce)) await db.Streets.Where(street => gone.Contains(street.Id)).ExecuteDeleteAsync(cancel);
        return new AddressesImported(import, added.Count, changed, present.Count);
    }

    private static async Task<Dictionary<(string, string), StreetId>> Streets(LoketDb db, List<Row> rows, AreaMap areas, CancellationToken cancel)
    {
        var present = await db.Streets.ToDictionaryAsync(street => (street.NameKey, street.TownKey), cancel);
        var added = new List<Street>();
        var ids = new Dictionary<(string, string), StreetId>();
        foreach (var group in rows.GroupBy(row => (row.StreetKey, row.TownKey)))
        {
            var area = group.Any(row => row.Record.Area is null) ? null : areas.SmallestThatHolds([.. group.Select(row => row.Record.Area!)]);
            if (present.TryGetValue(group.Key, out var street))
            {
                street.Area = area;
            }
            else
            {
                var record = group.First().Record;
                street = new Street
                {
                    Id = Ids.New<StreetId>(), Name = record.Street.Trim(), Town = record.Town.Trim(), NameKey = group.Key.StreetKey, TownKey = group.Key.TownKey, Area = area,
                };
                added.Add(street);
            }

            ids[group.Key] = street.Id;
        }

        await BulkInsert.Add(db, added, cancel);
        return ids;
    }

    private static (string Column, string Value)? WhatIsWrong(AddressRecord record, AreaMap areas)
    {
        if (!IsName(record.Street)) return ("street", record.Street);
        if (!IsName(record.Town)) return ("town", record.Town);
        if (record.Number is < 1 or > 99_999) return ("number", $"{record.Number}");
        if (record.Letter is { Length: > 0 } letter && (letter.Length > 1 || !char.IsAsciiLetter(letter[0]))) return ("letter", letter);
        if (record.Addition is { Length: > 0 } addition && (addition.Length > 4 || !addition.All(char.IsAsciiLetterOrDigit))) return ("addition", addition);
        if (!Postcode.Read(record.Postcode).Succeeded) return ("postcode", record.Postcode);
        return record.Area is { } area && areas[area] is null ? ("area", area) : null;
    }

    private static bool IsName(string name) => name.Trim().Length <= Street.LongestName && CompactText.Of(name) is { Length: > 0 and <= Street.LongestName };

    private sealed record Row(AddressRecord Record, string StreetKey, string TownKey, string Letter, string Addition, string Postcode)
    {
        public (string, string, int, string, string) Key => (StreetKey, TownKey, Record.Number, Letter, Addition);

        public string Written => $"{Record.Street} {Record.Number}{Letter}{(Addition.Length > 0 ? "-" : "")}{Addition}, {Record.Town}";

        public static Row Of(AddressRecord record) => new(
            record, CompactText.Of(record.Street), CompactText.Of(record.Town),
            record.Letter?.ToUpperInvariant() ?? "", record.Addition?.ToUpperInvariant() ?? "", Kernel.Text.Postcode.Read(record.Postcode).Value.Compact);
    }
}

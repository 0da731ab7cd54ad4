using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Adds and changes things outside; with a complete list of a kind, what is not in it is retired. Nothing is removed.</summary>
internal static class AssetWriter
{
    private const int ComparedAtOnce = 2_000;

    /// <summary>What is wrong with the first wrong row, looked at before anything is written.</summary>
    /// <param name="rowOf">The number by which a person knows a row, given its place in the list.</param>
    public static Failure? WhatIsWrong(IReadOnlyList<AssetRecord> records, AreaMap areas, Func<int, int> rowOf)
    {
        var seen = new Dictionary<(string, AssetKind), int>(records.Count);
        for (var at = 0; at < records.Count; at++)
        {
            var record = records[at];
            if (WhatIsWrong(record, areas) is { } wrong) return PlacesFailures.WrongRow.With(rowOf(at), wrong.Column, wrong.Value);
            var key = (CompactText.Of(record.Number), record.Kind);
            if (!seen.TryAdd(key, at)) return PlacesFailures.DoubleRow.With(rowOf(at), rowOf(seen[key]), record.Number);
        }

        return null;
    }

    /// <param name="complete">Kinds of which this is the whole list.</param>
    public static async Task<AssetsImported> Write(
        Work work, Guid import, IReadOnlyList<AssetRecord> records, IReadOnlySet<AssetKind> complete, CancellationToken cancel)
    {
        var (db, added, changed, retired) = (work.Db, new List<Asset>(), 0, 0);
        var named = new HashSet<AssetId>();
        foreach (var chunk in records.Chunk(ComparedAtOnce))
        {
            var byKey = chunk.ToDictionary(record => (CompactText.Of(record.Number), record.Kind));
            // As one parameter: two thousand of them would be a statement that neither database is quick to read.
            var numbers = byKey.Keys.Select(key => key.Item1).Distinct().ToArray();
            foreach (var asset in await db.Assets.Where(asset => EF.Parameter(numbers).Contains(asset.NumberKey)).ToListAsync(cancel))
            {
                if (!byKey.Remove((asset.NumberKey, asset.Kind), out var record)) continue;
                var stood = asset.RetiredAt is null;
                asset.Update(record);
                named.Add(asset.Id);
                if (stood && asset.RetiredAt is not null) retired++;
                else if (db.IsChanged(asset)) changed++;
            }

            added.AddRange(byKey.Values.Select(record => Asset.From(Ids.New<AssetId>(), record)));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        var kinds = complete.ToArray();
        if (kinds.Length > 0)
        {
            var standing = await db.Assets.Where(asset => kinds.Contains(asset.Kind) && asset.RetiredAt == null).Select(asset => asset.Id).ToListAsync(cancel);
            foreach (var gone in standing.Where(id => !named.Contains(id)).Chunk(ComparedAtOnce))
            {
                foreach (var asset in await db.Assets.Where(asset => gone.Contains(asset.Id)).ToListAsync(cancel)) asset.Retire(work.Now);
                retired += gone.Length;
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }

        await BulkInsert.Add(db, added, cancel);
        return new AssetsImported(import, added.Count, changed, retired);
    }

    private static (string Column, string Value)? WhatIsWrong(AssetRecord record, AreaMap areas)
    {
        if (record.Number.Length > Asset.LongestNumber || CompactText.Of(record.Number) is not { Length: > 0 and <= Asset.LongestNumber }) return ("number", record.Number);
        if (record.Street is { } street && (street.Length > Street.LongestName || CompactText.Of(street).Length > Street.LongestName)) return ("street", street);
        if (record.Owner is { Length: 0 or > Area.LongestKey } owner) return ("owner", owner);
        if (record.Contractor is { Length: 0 or > Area.LongestKey } contractor) return ("contractor", contractor);
        if (record.Feeder is { Length: 0 or > Area.LongestKey } feeder) return ("feeder", feeder);
        return record.Area is { } area && areas[area] is null ? ("area", area) : null;
    }
}

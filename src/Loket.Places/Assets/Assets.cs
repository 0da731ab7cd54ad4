using Loket.Kernel.Geography;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Reads things outside.</summary>
public sealed class Assets
{
    /// <summary>The largest circle, in metres.</summary>
    public const double MostMetres = 2_000;

    /// <summary>The object with the number that a person typed: "118 042", "118042", "lamp 118-042". Nothing when there is none, or when several kinds have
    /// that number and the kind is not said (<see cref="FindAll"/> gives them).</summary>
    public async Task<AssetCard?> Find(LoketDb db, string? typed, CancellationToken cancel)
    {
        var found = await FindAll(db, typed, cancel);
        var standing = found.Where(asset => asset.RetiredAt is null).ToList();
        return (standing, found) switch
        {
            ([var only], _) => only,
            ([], [var only]) => only,
            _ => null,
        };
    }

    /// <summary>All objects that may be meant in what somebody wrote, those named most clearly first; those that stand there no longer too.</summary>
    public async Task<IReadOnlyList<AssetCard>> FindAll(LoketDb db, string? text, CancellationToken cancel)
    {
        var numbers = AssetNumbers.In(text).ToList();
        if (CompactText.Of(text) is { Length: > 0 and <= Asset.LongestNumber } whole && numbers.TrueForAll(number => number.Key != whole)) numbers.Add(new AssetNumber(whole, null));
        if (numbers.Count == 0) return [];

        var keys = numbers.Select(number => number.Key).ToArray();
        var found = await db.Assets.AsNoTracking().Where(asset => keys.Contains(asset.NumberKey)).ToListAsync(cancel);
        return
        [
            .. from number in numbers
               from asset in found
               where asset.NumberKey == number.Key && (number.Kind is null || number.Kind == asset.Kind || found.TrueForAll(other => other.NumberKey != number.Key || other.Kind != number.Kind))
               orderby numbers.IndexOf(number), asset.RetiredAt is not null, asset.Kind
               select Card(asset),
        ];
    }

    /// <summary>The object with this identity.</summary>
    public async Task<AssetCard?> Get(LoketDb db, AssetId id, CancellationToken cancel) =>
        await db.Assets.AsNoTracking().SingleOrDefaultAsync(asset => asset.Id == id, cancel) is { } asset ? Card(asset) : null;

    /// <summary>What stands within a number of metres (0 to <see cref="MostMetres"/>), nearest first, at most <paramref name="most"/>; a kind of its own where given.</summary>
    public async Task<IReadOnlyList<AssetNearby>> Near(LoketDb db, RdPoint point, double metres, AssetKind? kind, int most, CancellationToken cancel)
    {
        if (metres is not (>= 0 and <= MostMetres)) throw new ArgumentOutOfRangeException(nameof(metres), metres, "A radius is 0 to 2,000 metres.");
        var cells = GridCell.Covering(point, metres).Select(cell => cell.Index).ToArray();
        var (west, east, south, north) = (point.X - metres, point.X + metres, point.Y - metres, point.Y + metres);
        var inBox = db.Assets.AsNoTracking().Where(asset =>
            cells.Contains(asset.Cell) && asset.RetiredAt == null && asset.X >= west && asset.X <= east && asset.Y >= south && asset.Y <= north);
        if (kind is { } only) inBox = inBox.Where(asset => asset.Kind == only);
        return
        [
            .. (await inBox.ToListAsync(cancel))
                .Select(asset => Card(asset)).Select(card => new AssetNearby(card, card.Position.MetresTo(point)))
                .Where(nearby => nearby.Metres <= metres)
                .OrderBy(nearby => nearby.Metres).ThenBy(nearby => nearby.Asset.Number, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    /// <summary>What stands on a street, by number, at most <paramref name="most"/>; in one of these areas where given, as streets in two villages share a name.</summary>
    public async Task<IReadOnlyList<AssetCard>> OnStreet(
        LoketDb db, string street, IReadOnlyCollection<string>? areas, AssetKind? kind, int most, CancellationToken cancel)
    {
        var key = CompactText.Of(street);
        if (key.Length == 0) return [];
        var there = db.Assets.AsNoTracking().Where(asset => asset.StreetKey == key && asset.RetiredAt == null);
        if (areas is not null) there = there.Where(asset => asset.Area != null && areas.Contains(asset.Area));
        if (kind is { } only) there = there.Where(asset => asset.Kind == only);
        return [.. (await there.OrderBy(asset => asset.NumberKey).ThenBy(asset => asset.Kind).Take(most).ToListAsync(cancel)).Select(Card)];
    }

    private static AssetCard Card(Asset asset) => new(
        asset.Id, asset.Number, asset.Kind, asset.Area, asset.Street, new RdPoint(asset.X, asset.Y), asset.Owner, asset.Contractor, asset.Feeder, asset.RetiredAt);
}

using System.Globalization;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Finds where something is from what a person filled in, with the municipality's own lists.</summary>
public sealed class PlaceFinder(AreaTree areas, Assets assets)
{
    /// <summary>The best reading; objects and house numbers in the text are looked up.</summary>
    /// <param name="db">The database, inside a transaction or not.</param>
    /// <param name="text">Where, in the person's own words.</param>
    /// <param name="address">What they typed as the address, if anything.</param>
    /// <param name="assetNumber">What they typed as the number of the object, if anything.</param>
    /// <param name="village">The village that they named, if any.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="known">The address that another source than our own list gave for it, if any.</param>
    /// <param name="told">What they told besides; an object named there counts when nothing that was said of where is against it.</param>
    public async Task<PlaceRead> Read(
        LoketDb db, string? text, string? address, string? assetNumber, string? village, CancellationToken cancel, AddressCard? known = null, string? told = null)
    {
        var read = await Said(db, text, address, assetNumber, village, known, cancel);
        if (read.Asset is not null || AssetNumbers.In(told).Count == 0 || await assets.Find(db, told, cancel) is not { } named) return read;
        return StandsThere(read, named, await areas.Map(db, cancel)) ? PlaceReader.Read(new PlaceSaid(text, null, named, village), [], await areas.Map(db, cancel)) : read;
    }

    // Another street or village than where the object stands: one of both is wrong, and which one is not ours to guess.
    private static bool StandsThere(PlaceRead read, AssetCard named, AreaMap map)
    {
        if ((read.Address?.Street ?? read.Street) is { } street && named.Street is { } its) return CompactText.Of(street) == CompactText.Of(its);
        return read.Area is null || named.Area is null || map.AndAbove(named.Area).Contains(read.Area) || map.AndAbove(read.Area).Contains(named.Area);
    }

    private async Task<PlaceRead> Said(
        LoketDb db, string? text, string? address, string? assetNumber, string? village, AddressCard? known, CancellationToken cancel)
    {
        var map = await areas.Map(db, cancel);
        var asset = string.IsNullOrWhiteSpace(assetNumber) ? null : await assets.Find(db, assetNumber, cancel);
        // In running text a number alone is too little: a lamp must be called a lamp, or be the only thing that it can be.
        if (asset is null && AssetNumbers.In(text).Count > 0) asset = await assets.Find(db, text, cancel);

        var card = known ?? (string.IsNullOrWhiteSpace(address) ? null : await Single(db, address, cancel));
        // An address that is no address may still name a street: it is read as text.
        var words = card is null && !string.IsNullOrWhiteSpace(address) && address != text ? $"{address}, {text}" : text;
        var said = new PlaceSaid(words, card, asset, village);
        if (said.IsExact) return PlaceReader.Read(said, [], map) with { Text = text };
        var all = await StreetMap.Of(db, cancel);
        var streets = PlaceReader.StreetKeysIn(words).SelectMany(all.Named)
            .Select(street => new StreetSketch(street.Name, street.Town, street.Area)).ToList();

        var read = PlaceReader.Read(said, streets, map);
        if (read is { Certainty: PlaceCertainty.Street, HouseNumber: { } number, Street: { } street }
            && streets.Where(one => one.Name == street && (one.Area == read.Area || streets.Count == 1)).Select(one => one.Town).Distinct().ToList() is [var town]
            && await Single(db, string.Create(CultureInfo.InvariantCulture, $"{street} {number}, {town}"), cancel) is { Number: not null } found)
            read = PlaceReader.Read(said with { Address = found }, streets, map);
        return read with { Text = text };
    }

    // The one address or street that is exactly this; a beginning of something is not enough.
    private static async Task<AddressCard?> Single(LoketDb db, string typed, CancellationToken cancel)
    {
        var question = AddressQuestion.Read(typed);
        var cards = (await AddressTable.Suggest(db, typed, cancel)).Where(question.IsExactly).ToList();
        return cards is [var only] ? only : null;
    }
}

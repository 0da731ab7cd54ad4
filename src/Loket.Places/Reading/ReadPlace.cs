using Loket.Kernel;
using Loket.Storage;

namespace Loket.Places;

/// <summary>Where something is, as a person or program said it; all may be missing.</summary>
/// <param name="Where">In their own words: an address, a street, a number on an object, a description.</param>
/// <param name="Address">Street and house number, where that was asked apart.</param>
/// <param name="Asset">Number of an object.</param>
/// <param name="Area">Key or name of an area.</param>
/// <param name="Subject">The subject line; an object or street named there counts when nothing was said of where.</param>
/// <param name="Told">All that they told; an object named there counts too, unless it stands elsewhere than what was said of where.</param>
public sealed record PlaceTyped(string? Where, string? Address = null, string? Asset = null, string? Area = null, string? Subject = null, string? Told = null);

/// <summary>Reads where something is with the municipality's own lists; the same for every way in.</summary>
public sealed class ReadPlace(UnitOfWork unit, PlaceFinder finder, AreaTree areas, IAddressSource addresses)
{
    private const int ShortestTyped = 3;

    /// <summary>The place as far as it can be read; what was said stays, also where it could not be read. An address service that does not
    /// answer keeps nobody from being heard: then the place is what was said. An area that is not one of ours is a failure: it would be lost.</summary>
    public async Task<Result<Place>> Handle(PlaceTyped typed, CancellationToken cancel)
    {
        var (where, address, asset) = (Blank(typed.Where), Blank(typed.Address), Blank(Number(typed.Asset)));
        var known = await National(address ?? where, cancel);
        return await unit.Read(db => Read(db, typed, where, address, asset, known, cancel));
    }

    /// <summary>The addresses that somebody may mean, best first, while they type; an outage is a failure, not an empty list.</summary>
    public async Task<Result<IReadOnlyList<AddressCard>>> Suggest(string? typed, CancellationToken cancel)
    {
        if (typed is not { Length: >= ShortestTyped } || (addresses is NationalAddresses && !AddressQuestion.Read(typed).NamesHouse))
            return new Result<Done>().Then(_ => (IReadOnlyList<AddressCard>)[]);
        return await addresses.Suggest(typed, cancel);
    }

    private async Task<Result<Place>> Read(LoketDb db, PlaceTyped typed, string? where, string? address, string? asset, AddressCard? known, CancellationToken cancel)
    {
        var map = await areas.Map(db, cancel);
        var chosen = map[typed.Area] ?? map.Named(typed.Area);
        if (chosen is null && Blank(typed.Area) is not null) return PlacesFailures.UnknownArea;
        var read = await finder.Read(db, where ?? typed.Subject, address ?? where, asset, chosen?.Name, cancel, known, typed.Told ?? typed.Subject);
        var street = read.Address?.StreetAndNumber ?? (read.Street is { } name ? $"{name} {read.HouseNumber}".TrimEnd() : null);
        var area = read.Area ?? chosen?.Key;
        // An address that no list has is no more than what was said: others may not read it.
        var said = street is null && address is not null && address != where ? where is null ? address : $"{address}, {where}" : where;
        return new Place
        {
            Text = said ?? (street is null ? map[area]?.Name : null),
            Area = area,
            Address = street,
            // A number that is on no list is one all the same: a repeat names it again.
            Asset = read.Asset?.Number ?? (asset?.Length <= Asset.LongestNumber ? asset : null),
            AssetOwner = read.Asset?.Owner,
            X = read.Position?.X,
            Y = read.Position?.Y,
        };
    }

    // Our own list is read with the rest. Only what names a house is sent outside: a description may tell more than where.
    private async Task<AddressCard?> National(string? typed, CancellationToken cancel)
    {
        if (addresses is not NationalAddresses || AddressQuestion.Read(typed) is not { NamesHouse: true } question) return null;
        var found = await addresses.Suggest(typed, cancel);
        return found.Succeeded && found.Value.Where(question.IsExactly).ToList() is [var only] ? only : null;
    }

    /// <summary>The villages and cores, by name.</summary>
    public Task<IReadOnlyList<AreaCard>> Villages(CancellationToken cancel) => unit.Read(async db => (IReadOnlyList<AreaCard>)
        [.. (await areas.Map(db, cancel)).All.Where(area => area.Kind is AreaKind.Village or AreaKind.Core)
            .OrderBy(area => area.Name.TrimStart('\'', '’'), StringComparer.OrdinalIgnoreCase)]);

    // Nobody reads a control character off a post, and PostgreSQL does not take a null byte.
    private static string? Number(string? typed) => typed is null ? null : string.Concat(typed.Where(symbol => !char.IsControl(symbol)));

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

using Loket.Places;
using Loket.Storage;

namespace Loket.Intake.Residents;

/// <summary>Reads a place from what a resident filled in.</summary>
public sealed class ReadPlace(UnitOfWork unit, PlaceFinder finder, AreaTree areas)
{
    /// <summary>A village that can be chosen.</summary>
    public sealed record VillageChoice(string Key, string Name);

    /// <summary>Where it is, as far as that can be read; unknown when nothing was said.</summary>
    public Task<Place> Handle(string? text, string? village, CancellationToken cancel) => unit.Read(async db =>
    {
        if (string.IsNullOrEmpty(text) && string.IsNullOrEmpty(village)) return Place.Unknown;
        var name = (await areas.Map(db, cancel))[village]?.Name;
        var read = await finder.Read(db, text, null, null, name, cancel);
        return new Place
        {
            Text = string.IsNullOrEmpty(text) ? name : text,
            Area = read.Area ?? village,
            Address = read.Address?.StreetAndNumber ?? (read.Street is { } street ? $"{street} {read.HouseNumber}".TrimEnd() : null),
            Asset = read.Asset?.Number,
            AssetOwner = read.Asset?.Owner,
            X = read.Position?.X,
            Y = read.Position?.Y,
        };
    });

    /// <summary>The villages and cores, by name.</summary>
    public Task<IReadOnlyList<VillageChoice>> Villages(CancellationToken cancel) => unit.Read(async db => (IReadOnlyList<VillageChoice>)
        [.. (await areas.Map(db, cancel)).All.Where(area => area.Kind is AreaKind.Village or AreaKind.Core)
            .OrderBy(area => area.Name.TrimStart('\'', '’'), StringComparer.OrdinalIgnoreCase).Select(area => new VillageChoice(area.Key, area.Name))]);
}

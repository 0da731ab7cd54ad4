using Loket.Cases.Reading;
using Loket.Places;
using Loket.Storage;

namespace Loket.Intake.Residents;

/// <summary>Proposes a subject for what somebody tells (row B1); see <see cref="CategoryGuess"/>.</summary>
public sealed class ProposeCategory(UnitOfWork unit, CategoryList categories, Assets assets)
{
    /// <summary>The subject that stands out; null when none does.</summary>
    /// <param name="text">What somebody tells.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="danger">Whether it tells of danger.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CategoryCard?> Handle(string text, Place place, bool danger, CancellationToken cancel) =>
        CategoryGuess.Of(text, danger, await categories.All(cancel), await KindOf(place, cancel));

    /// <summary>The same, only where it is about an object that is known: what stands there tells enough to choose for who types.</summary>
    public async Task<CategoryCard?> OfObject(string text, Place place, bool danger, CancellationToken cancel) =>
        await KindOf(place, cancel) is { } kind ? CategoryGuess.Of(text, danger, await categories.All(cancel), kind) : null;

    private async Task<AssetKind?> KindOf(Place place, CancellationToken cancel) =>
        place.Asset is null ? null : (await unit.Read(db => assets.Find(db, place.Asset, cancel)))?.Kind;
}

using Loket.Cases.Danger;
using Loket.Cases.Reading;
using Loket.Places;
using Loket.Storage;

namespace Loket.Intake.Residents;

/// <summary>Proposes a subject for what somebody tells (row B1); see <see cref="CategoryGuess"/>.</summary>
public sealed class ProposeCategory(UnitOfWork unit, CategoryList categories, Assets assets, DangerWords danger)
{
    /// <summary>The subject that stands out; null when none does.</summary>
    /// <param name="text">What somebody tells.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CategoryCard?> Handle(string text, Place place, CancellationToken cancel) => await Of(text, false, await KindOf(place, cancel), cancel);

    /// <summary>The same, only where it is about an object that is known: what stands there tells enough to choose for who types, who may have said that there is danger.</summary>
    public async Task<CategoryCard?> OfObject(string text, Place place, bool said, CancellationToken cancel) =>
        await KindOf(place, cancel) is { } kind ? await Of(text, said, kind, cancel) : null;

    /// <summary>Whether a text tells of danger, for the subject that it seems to be about.</summary>
    public async Task<bool> TellsOfDanger(string text, CancellationToken cancel)
    {
        var guess = await Of(text, false, null, cancel);
        return guess?.Danger == true || await danger.In(guess?.Key, text, cancel);
    }

    // Which words tell of danger follows from the subject, and a subject that is dangerous by nature needs such words: so first what it is without them.
    private async Task<CategoryCard?> Of(string text, bool said, AssetKind? kind, CancellationToken cancel)
    {
        var all = await categories.All(cancel);
        var plain = CategoryGuess.Of(text, false, all, kind);
        return said || await danger.In(plain?.Key, text, cancel) ? CategoryGuess.Of(text, true, all, kind) : plain;
    }

    private async Task<AssetKind?> KindOf(Place place, CancellationToken cancel) =>
        place.Asset is null ? null : (await unit.Read(db => assets.Find(db, place.Asset, cancel)))?.Kind;
}

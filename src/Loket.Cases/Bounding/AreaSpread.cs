using Loket.Organisation.Bounding;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Journal;

namespace Loket.Cases.Bounding;

/// <summary>Lets a bound of an area hold for all that the area holds: at setting it, and again when the list of areas has changed.</summary>
internal sealed class AreaSpread(BoundKeeper keeper, AreaTree areas) : ISubscription<AreasImported>
{
    /// <summary>Areas with all that they hold.</summary>
    public static IReadOnlyList<string> Of(AreaMap map, IReadOnlyList<string> chosen) =>
        [.. map.All.Select(area => area.Key).Where(key => map.AndAbove(key).Any(chosen.Contains)).Order(StringComparer.Ordinal)];

    public async Task Handle(AreasImported happened, Written entry, Work work, CancellationToken cancel)
    {
        var map = await areas.Map(work.Db, cancel);
        await keeper.Spread(work, chosen => Of(map, chosen), cancel);
    }
}

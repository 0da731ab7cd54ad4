using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Types;

/// <summary>What kinds of case refer to, as it is there now.</summary>
/// <param name="Owners">The teams and partners, as tasks name them.</param>
/// <param name="Categories">The keys of the subjects in use.</param>
/// <param name="Selection">The selection list; empty where the municipality does not keep it here.</param>
public sealed record TypeReferences(IReadOnlySet<(TaskOwner Owner, string Key)> Owners, IReadOnlySet<string> Categories, IReadOnlyList<SelectionCard> Selection)
{
    internal static async Task<TypeReferences> Of(LoketDb db, CancellationToken cancel) => new(
        await TaskOwners.Known(db, cancel),
        (await db.Categories.Where(category => category.Active).Select(category => category.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal),
        await SelectionList.All(db, cancel));
}

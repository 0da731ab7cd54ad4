using Loket.Kernel.Geography;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Places;

/// <summary>Reads the areas; there are a few dozen.</summary>
public sealed class AreaTree
{
    private static readonly Kept<AreaMap> Kept = new(async (db, cancel) => new AreaMap((await db.Areas.AsNoTracking().ToListAsync(cancel)).Select(area => new AreaCard(
        area.Key, area.Name, area.Kind, area.Parent, area.Inhabitants, area is { X: { } x, Y: { } y } ? RdPoint.From(x, y) : null))));

    /// <summary>The area with all that hold it, smallest first; empty for none or an unknown one.</summary>
    public async Task<IReadOnlyList<string>> AndAbove(LoketDb db, string? area, CancellationToken cancel) =>
        area is null ? [] : (await Map(db, cancel)).AndAbove(area);

    /// <summary>The area that a person means by this text: "nieuw vennep" is Nieuw-Vennep; nothing when there is none.</summary>
    public async Task<AreaCard?> Find(LoketDb db, string? text, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(text) ? null : (await Map(db, cancel)).Named(text);

    /// <summary>All as a tree, by name.</summary>
    public async Task<IReadOnlyList<AreaNode>> All(LoketDb db, CancellationToken cancel) => (await Map(db, cancel)).Tree();

    /// <summary>All as plain data, for engines.</summary>
    public Task<AreaMap> Map(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);
}

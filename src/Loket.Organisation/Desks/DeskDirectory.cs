using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Desks;

/// <summary>Finds desks; on its own, or inside a transaction with its context.</summary>
public sealed class DeskDirectory(UnitOfWork work)
{
    /// <summary>The desk, or null.</summary>
    public Task<DeskCard?> Find(DeskId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The desk with this key, or null.</summary>
    public Task<DeskCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All desks, by name.</summary>
    public Task<IReadOnlyList<DeskCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <inheritdoc cref="Find(DeskId, CancellationToken)" />
    public static async Task<DeskCard?> Find(LoketDb db, DeskId id, CancellationToken cancel) =>
        (await db.Desks.AsNoTracking().SingleOrDefaultAsync(desk => desk.Id == id, cancel))?.Card();

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<DeskCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await db.Desks.AsNoTracking().SingleOrDefaultAsync(desk => desk.Key == key, cancel))?.Card();

    /// <inheritdoc cref="All(CancellationToken)" />
    public static async Task<IReadOnlyList<DeskCard>> All(LoketDb db, CancellationToken cancel) =>
        [.. (await db.Desks.AsNoTracking().OrderBy(desk => desk.Name).ToListAsync(cancel)).Select(desk => desk.Card())];
}

using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Partners;

/// <summary>Finds partners; on its own, or inside a transaction with its context.</summary>
public sealed class PartnerDirectory(UnitOfWork work)
{
    /// <summary>The partner, or null.</summary>
    public Task<PartnerCard?> Find(PartnerId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The partner with this key, or null.</summary>
    public Task<PartnerCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All partners that take cases, by name.</summary>
    public Task<IReadOnlyList<PartnerCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <inheritdoc cref="Find(PartnerId, CancellationToken)" />
    public static async Task<PartnerCard?> Find(LoketDb db, PartnerId id, CancellationToken cancel) =>
        (await Whole(db).SingleOrDefaultAsync(partner => partner.Id == id, cancel))?.Card();

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<PartnerCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await Whole(db).SingleOrDefaultAsync(partner => partner.Key == key, cancel))?.Card();

    /// <inheritdoc cref="All(CancellationToken)" />
    public static async Task<IReadOnlyList<PartnerCard>> All(LoketDb db, CancellationToken cancel) =>
        [.. (await Whole(db).Where(partner => !partner.IsClosed).OrderBy(partner => partner.Name).ToListAsync(cancel)).Select(partner => partner.Card())];

    private static IQueryable<Partner> Whole(LoketDb db) => db.Partners.AsNoTracking().Include(partner => partner.People);
}

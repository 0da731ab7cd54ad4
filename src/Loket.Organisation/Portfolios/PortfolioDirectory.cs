using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Portfolios;

/// <summary>Finds portfolios; on its own, or inside a transaction with its context.</summary>
public sealed class PortfolioDirectory(UnitOfWork work)
{
    private static readonly Kept<IReadOnlyList<PortfolioCard>> Kept = new(async (db, cancel) =>
        [.. (await db.Portfolios.AsNoTracking().OrderBy(portfolio => portfolio.NameNl).ToListAsync(cancel)).Select(portfolio => portfolio.Card())]);

    /// <summary>The portfolio with this key, or null.</summary>
    public Task<PortfolioCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All portfolios, by name.</summary>
    public Task<IReadOnlyList<PortfolioCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<PortfolioCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).FirstOrDefault(portfolio => portfolio.Key == key);

    /// <inheritdoc cref="All(CancellationToken)" />
    public static Task<IReadOnlyList<PortfolioCard>> All(LoketDb db, CancellationToken cancel) => Kept.Of(db, cancel);
}

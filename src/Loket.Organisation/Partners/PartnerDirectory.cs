using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Partners;

/// <summary>Finds partners; on its own, or inside a transaction with its context.</summary>
public sealed class PartnerDirectory(UnitOfWork work)
{
    // Also those that take no cases any more.
    private static readonly Kept<IReadOnlyList<PartnerCard>> Kept = new(async (db, cancel) =>
        [.. (await db.Partners.AsNoTracking().Include(partner => partner.People).OrderBy(partner => partner.Name).ToListAsync(cancel)).Select(partner => partner.Card())]);

    /// <summary>The partner, or null.</summary>
    public Task<PartnerCard?> Find(PartnerId id, CancellationToken cancel) => work.Read(db => Find(db, id, cancel));

    /// <summary>The partner with this key, or null.</summary>
    public Task<PartnerCard?> Find(string key, CancellationToken cancel) => work.Read(db => Find(db, key, cancel));

    /// <summary>All partners that take cases, by name.</summary>
    public Task<IReadOnlyList<PartnerCard>> All(CancellationToken cancel) => work.Read(db => All(db, cancel));

    /// <summary>All partners that there ever were, those that take cases first, by name.</summary>
    public Task<IReadOnlyList<PartnerCard>> Known(CancellationToken cancel) => work.Read<IReadOnlyList<PartnerCard>>(async db =>
        [.. (await Kept.Of(db, cancel)).OrderBy(partner => partner.IsClosed)]);

    /// <inheritdoc cref="Find(PartnerId, CancellationToken)" />
    public static async Task<PartnerCard?> Find(LoketDb db, PartnerId id, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).FirstOrDefault(partner => partner.Id == id);

    /// <inheritdoc cref="Find(string, CancellationToken)" />
    public static async Task<PartnerCard?> Find(LoketDb db, string key, CancellationToken cancel) =>
        (await Kept.Of(db, cancel)).FirstOrDefault(partner => partner.Key == key);

    /// <summary>The open partner with this key or name to which something can be sent, or null.</summary>
    public static async Task<PartnerCard?> Reachable(LoketDb db, string keyOrName, CancellationToken cancel) => (await All(db, cancel)).FirstOrDefault(partner =>
        partner.IsReachable && (partner.Key == keyOrName || string.Equals(partner.Name, keyOrName, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc cref="All(CancellationToken)" />
    public static async Task<IReadOnlyList<PartnerCard>> All(LoketDb db, CancellationToken cancel) =>
        [.. (await Kept.Of(db, cancel)).Where(partner => !partner.IsClosed)];
}

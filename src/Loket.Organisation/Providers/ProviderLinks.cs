using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>What is known of somebody's account at the municipality's provider.</summary>
/// <param name="LinkedAt">Since when it is linked.</param>
/// <param name="RefusedAt">Since when it gives no role; null while it does.</param>
public sealed record ProviderLinkCard(Instant LinkedAt, Instant? RefusedAt);

/// <summary>Says who signs in through the municipality's provider.</summary>
public sealed class ProviderLinks(UnitOfWork work)
{
    /// <summary>The link of somebody, the latest where there was more than one provider; null when there is none.</summary>
    public Task<ProviderLinkCard?> Of(StaffId staff, CancellationToken cancel) => work.Read(db =>
        db.ProviderLinks.Where(link => link.StaffId == staff).OrderByDescending(link => link.LinkedAt)
            .Select(link => new ProviderLinkCard(link.LinkedAt, link.RefusedAt)).FirstOrDefaultAsync(cancel));
}

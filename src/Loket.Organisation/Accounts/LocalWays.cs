using Loket.Organisation.People;
using Loket.Organisation.Providers;
using Loket.Storage;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Whose password and code, passkeys and start code open anything (decision 0036).</summary>
internal static class LocalWays
{
    /// <summary>Those who work here and to whom the municipality's provider did not say no. Who comes through it came so not long ago: it tells of nobody who left as long as they don't come back to it.</summary>
    /// <param name="staff">Who is looked for.</param>
    /// <param name="db">The database.</param>
    /// <param name="provider">The municipality's provider; null where there is none.</param>
    /// <param name="now">Machine time.</param>
    public static IQueryable<Staff> WithLocalWays(this IQueryable<Staff> staff, LoketDb db, ProviderSettings? provider, Instant now)
    {
        var links = db.ProviderLinks;
        var admitted = staff.Where(one => one.ClosedAt == null && !links.Any(link => link.StaffId == one.Id && link.RefusedAt != null));
        if (provider is null) return admitted;
        var since = now - Duration.FromDays(provider.LocalDays);
        return admitted.Where(one => !links.Any(link => link.StaffId == one.Id) || links.Any(link => link.StaffId == one.Id && link.SeenAt >= since));
    }
}

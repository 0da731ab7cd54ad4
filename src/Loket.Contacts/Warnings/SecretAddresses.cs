using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>The addresses that nobody may learn now: for who must take them out of what was written before.</summary>
public static class SecretAddresses
{
    /// <summary>Those of somebody and of all under whom they stand, in lines; none for who keeps no address secret.</summary>
    public static async Task<IReadOnlyList<string>> Of(LoketDb db, CustomerId person, Instant now, CancellationToken cancel)
    {
        var root = db.Customers.Where(one => one.Id == person).Select(one => one.Root);
        return await db.Customers.Where(one => root.Contains(one.Root) && one.AddressSecretUntil > now && one.Address != null).Select(one => one.Address!).Distinct().ToListAsync(cancel);
    }
}

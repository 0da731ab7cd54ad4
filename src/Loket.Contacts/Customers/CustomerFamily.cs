using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>All under whom one person stands: themselves and whoever proved to be them.</summary>
public static class CustomerFamily
{
    /// <summary>Their identities; the caller has checked that the reader may know of one of them.</summary>
    public static async Task<IReadOnlyList<CustomerId>> Of(LoketDb db, CustomerId one, CancellationToken cancel)
    {
        var root = db.Customers.Where(customer => customer.Id == one).Select(customer => customer.Root);
        return await db.Customers.Where(customer => root.Contains(customer.Root)).Select(customer => customer.Id).ToListAsync(cancel);
    }

    /// <summary>Their identities, where the reader may know of one of them; none for nobody.</summary>
    public static async Task<IReadOnlyList<CustomerId>> OfKnown(LoketDb db, CustomerId one, Actor by, CancellationToken cancel)
    {
        var root = db.Customers.Where(customer => customer.Id == one).Select(customer => customer.Root);
        return await db.Customers.KnownTo(db, by).AnyAsync(customer => root.Contains(customer.Root), cancel) ? await Of(db, one, cancel) : [];
    }
}

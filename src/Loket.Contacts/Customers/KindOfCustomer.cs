using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>Whether somebody is a person or a company changes only when somebody says so; it then goes for all under whom they stand.</summary>
internal static class KindOfCustomer
{
    /// <summary>It is said of somebody who is known. A national number that is kept of them goes when they are a company.</summary>
    public static async Task Set(Work work, Customer customer, CustomerKind kind, Who by, CancellationToken cancel)
    {
        if (customer.Kind == kind) return;
        // Their number may be noted at this moment, or they merged.
        await work.WaitTurn("merging customers", cancel);
        var family = await work.Db.Customers.Where(one => one.Root == customer.Root).ToListAsync(cancel);
        foreach (var one in family) one.Become(kind);
        if (kind != CustomerKind.Company || !await NumberRegister.Forget(work.Db, family.ConvertAll(one => one.Id), cancel)) return;
        work.Journal.Write(new NationalNumberRemoved(customer.Id), by);
    }
}

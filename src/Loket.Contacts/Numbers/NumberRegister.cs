using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Organisation;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts.Numbers;

/// <summary>Somebody of whom a number is kept since a case needs it.</summary>
/// <param name="Customer">Under whom it stands.</param>
/// <param name="Family">All under whom they stand.</param>
public sealed record NumberHolder(CustomerId Customer, IReadOnlyList<CustomerId> Family);

/// <summary>Keeps, opens and forgets national numbers, inside the transaction or read of a use case that has judged whether it may. All under whom one person stands have the same number.</summary>
public static class NumberRegister
{
    /// <summary>This is the number of a person from now on; refused for a company.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="customer">Under whom it is noted.</param>
    /// <param name="number">The number.</param>
    /// <param name="forCase">Whether it is kept since a case needs it.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Failure?> Keep(Work work, CustomerId customer, NationalNumber number, bool forCase, StaffId? by, CancellationToken cancel)
    {
        // Who is merged meanwhile would keep a number of their own.
        await work.WaitTurn("merging customers", cancel);
        var root = work.Db.Customers.Where(one => one.Id == customer).Select(one => one.Root);
        var family = await work.Db.Customers.Include(one => one.Number).Where(one => root.Contains(one.Root)).ToListAsync(cancel);
        var person = family.Find(one => one.Id == customer);
        if (person is null) return ContactFailures.NotFound;
        if (family.Exists(one => one.Kind == CustomerKind.Company)) return NumberFailures.NotAPerson;
        var kept = family.Select(one => one.Number).OfType<CustomerNumber>().ToList();
        if (kept.Count == 0)
        {
            kept.Add(new CustomerNumber { CustomerId = customer });
            work.Db.Add(kept[0]);
        }

        foreach (var one in kept) one.Take(work.Tenant.NumberKeys, number, forCase, by, work.Now);
        return null;
    }

    /// <summary>The digits of a person's number; null where none is kept. Fails where its key is not there.</summary>
    public static async Task<Result<string?>> Open(LoketDb db, KeyRing keys, IReadOnlyList<CustomerId> family, CancellationToken cancel)
    {
        var kept = await db.CustomerNumbers.AsNoTracking().Where(one => family.Contains(one.CustomerId)).ToListAsync(cancel);
        if (kept.Count == 0) return (string?)null;
        return kept.ConvertAll(one => one.Open(keys)).Find(one => one is not null) is { } number ? number.Digits : NumberFailures.Unreadable;
    }

    /// <summary>The number of a person is no longer kept; false where it was not.</summary>
    public static async Task<bool> Forget(LoketDb db, IReadOnlyList<CustomerId> family, CancellationToken cancel) =>
        await db.CustomerNumbers.Where(one => family.Contains(one.CustomerId)).ExecuteDeleteAsync(cancel) > 0;

    /// <summary>The same of numbers that no case asked for; false where there is none.</summary>
    public static async Task<bool> ForgetLoose(LoketDb db, IReadOnlyList<CustomerId> family, CancellationToken cancel) =>
        await db.CustomerNumbers.Where(one => family.Contains(one.CustomerId) && !one.ForCase).ExecuteDeleteAsync(cancel) > 0;

    /// <summary>Whether there is one that no case asked for.</summary>
    public static Task<bool> HasLoose(LoketDb db, IReadOnlyList<CustomerId> family, CancellationToken cancel) =>
        db.CustomerNumbers.AnyAsync(one => family.Contains(one.CustomerId) && !one.ForCase, cancel);

    /// <summary>Some of those whose number is kept since a case needs it.</summary>
    /// <param name="db">The context.</param>
    /// <param name="after">The last of the part before; none for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<NumberHolder>> KeptForCases(LoketDb db, CustomerId after, int most, CancellationToken cancel)
    {
        var holders = await db.CustomerNumbers.Where(one => one.ForCase && one.CustomerId > after).OrderBy(one => one.CustomerId).Take(most).Select(one => one.CustomerId).ToListAsync(cancel);
        var families = await (
            from holder in db.Customers
            where holders.Contains(holder.Id)
            join one in db.Customers on holder.Root equals one.Root
            select new { Holder = holder.Id, one.Id }).ToListAsync(cancel);
        var byHolder = families.ToLookup(one => one.Holder, one => one.Id);
        return holders.ConvertAll(holder => new NumberHolder(holder, [.. byHolder[holder]]));
    }

    /// <summary>Whether people have different numbers, so that they are no one person. A number that can't be opened says nothing.</summary>
    internal static async Task<bool> Differ(Work work, List<CustomerId> people, CancellationToken cancel)
    {
        var kept = await work.Db.CustomerNumbers.AsNoTracking().Where(one => people.Contains(one.CustomerId)).ToListAsync(cancel);
        return kept.ConvertAll(one => one.Open(work.Tenant.NumberKeys)).OfType<NationalNumber>().Distinct().Count() > 1;
    }
}

using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts.Erasing;

/// <summary>Erases people on whom nothing rests any more, inside the transaction of a use case: name, ways to reach them, national number, by what they are found, wishes, warnings and who acts for whom.</summary>
/// <remarks>Who proved to be somebody else goes with that person and not before. Somebody stays who has a contact, who acts for another that stays, or about whom a warning of
/// aggression counts: that is for the safety of our own people, and ends by itself.</remarks>
public sealed class EraseCustomers
{
    /// <summary>Erases who is left with nothing.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="candidates">Who may be left with nothing.</param>
    /// <param name="hangs">Whether something of a higher room rests on one of these, who are one person.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Who was erased.</returns>
    public async Task<IReadOnlyList<CustomerId>> Handle(Work work, IReadOnlyCollection<CustomerId> candidates, Func<IReadOnlyList<CustomerId>, Task<bool>> hangs, CancellationToken cancel)
    {
        var erased = new List<CustomerId>();
        var roots = await work.Db.Customers.Where(customer => candidates.Contains(customer.Id)).Select(customer => customer.Root).Distinct().ToListAsync(cancel);
        foreach (var root in roots)
        {
            var family = await CustomerFamily.Of(work.Db, root, cancel);
            if (await Stays(work, family, cancel) || await hangs(family)) continue;
            await Erase(work.Db, family, cancel);
            erased.AddRange(family);
        }

        return erased;
    }

    private static async Task<bool> Stays(Work work, IReadOnlyList<CustomerId> family, CancellationToken cancel)
    {
        var (db, now) = (work.Db, work.Now);
        CustomerId?[] ids = [.. family];
        return await db.Contacts.AnyAsync(contact => ids.Contains(contact.CustomerId) || ids.Contains(contact.RepresentativeId), cancel)
            || await db.Representations.AnyAsync(
                one => family.Contains(one.RepresentativeId) && !family.Contains(one.CustomerId) && one.EndedAt == null && (one.PassesAt == null || one.PassesAt > now), cancel)
            || await db.Warnings.AnyAsync(
                warning => family.Contains(warning.CustomerId) && warning.Kind == WarningKind.Aggression && warning.EndedAt == null && (warning.PassesAt == null || warning.PassesAt > now), cancel);
    }

    private static async Task Erase(LoketDb db, IReadOnlyList<CustomerId> family, CancellationToken cancel)
    {
        await db.CustomerWords.Where(word => family.Contains(word.CustomerId)).ExecuteDeleteAsync(cancel);
        await db.CustomerNumbers.Where(number => family.Contains(number.CustomerId)).ExecuteDeleteAsync(cancel);
        await db.Set<CustomerPreference>().Where(one => family.Contains(one.CustomerId)).ExecuteDeleteAsync(cancel);
        await db.Warnings.Where(one => family.Contains(one.CustomerId)).ExecuteDeleteAsync(cancel);
        await db.Representations.Where(one => family.Contains(one.CustomerId) || family.Contains(one.RepresentativeId)).ExecuteDeleteAsync(cancel);
        // They point at each other.
        await db.Customers.Where(customer => family.Contains(customer.Id)).ExecuteUpdateAsync(set => set.SetProperty(customer => customer.MergedInto, (CustomerId?)null), cancel);
        await db.Customers.Where(customer => family.Contains(customer.Id)).ExecuteDeleteAsync(cancel);
    }
}

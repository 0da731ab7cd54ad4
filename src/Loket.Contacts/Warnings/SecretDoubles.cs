using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Who is known by the telephone number, e-mail address or house of somebody whose address is secret may be that person, or leads to where they live: theirs is secret as
/// well, until somebody who leads says that it need not be (decision 0035).</summary>
internal static class SecretDoubles
{
    /// <summary>Warns of all who may be the person of whom is warned; one step, not of who may be one of those in turn.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="warning">That an address is secret.</param>
    /// <param name="family">All under whom that person stands.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>All under whom the others stand; what it means for them is to be set.</returns>
    public static async Task<IReadOnlyList<Customer>> Warn(Work work, CustomerWarning warning, IReadOnlyCollection<Customer> family, CancellationToken cancel)
    {
        var (root, known) = (family.First().Root, KnownBy.Of(family));
        var candidates = known.Candidates(work.Db);
        var found = await work.Db.Customers.Where(one => one.Root != root && candidates.Contains(one.Id)).ToListAsync(cancel);
        var roots = found.Where(known.Fits).Select(one => one.Root).Distinct().ToList();
        if (roots.Count == 0) return [];
        var others = await work.Db.Customers.Where(one => roots.Contains(one.Root)).ToListAsync(cancel);
        foreach (var other in others.GroupBy(one => one.Root).Where(other => MustTake(warning, [.. other]))) await Copy(work, warning, other.First(one => one.Id == one.Root), cancel);
        return others;
    }

    /// <summary>Whoever has an address, and is known by something of somebody whose address is secret, gets the same warning.</summary>
    /// <returns>Until when it counts; null where they get none.</returns>
    public static async Task<Instant?> TakeOver(Work work, IReadOnlyCollection<Customer> family, CancellationToken cancel)
    {
        if (family.All(one => one.Address is null)) return null;
        var (root, known, now) = (family.First().Root, KnownBy.Of(family), work.Now);
        var candidates = known.Candidates(work.Db);
        var marked = await work.Db.Customers.AsNoTracking().Where(one => one.Root != root && one.AddressSecretUntil > now && candidates.Contains(one.Id)).ToListAsync(cancel);
        var warning = await Longest(work, [.. marked.Where(known.Fits).Select(one => one.Root).Distinct()], cancel);
        if (warning is null || !MustTake(warning, family)) return null;
        await Copy(work, warning, family.First(one => one.Id == one.Root), cancel);
        return warning.PassesAt;
    }

    /// <summary>Somebody who was known already is known by something else from now on: they may be somebody whose address is secret, or theirs is, and others are known by the same.</summary>
    public static async Task Meet(Work work, Outbox outbox, Customer customer, CancellationToken cancel)
    {
        // Whoever is merged or warned of meanwhile would be met by half.
        await work.WaitTurn("merging customers", cancel);
        var family = await work.Db.Customers.Where(one => one.Root == customer.Root).ToListAsync(cancel);
        if (await TakeOver(work, family, cancel) is not null) await WarningMarks.Set(work, outbox, family, cancel);
        else if (await Longest(work, [customer.Root], cancel) is { } warning && await Warn(work, warning, family, cancel) is { Count: > 0 } others) await WarningMarks.Set(work, outbox, others, cancel);
    }

    /// <summary>Puts the same warning on another.</summary>
    public static async Task Copy(Work work, CustomerWarning warning, Customer customer, CancellationToken cancel)
    {
        if (await work.Db.Warnings.FirstOrDefaultAsync(one => one.CustomerId == customer.Id && one.Kind == warning.Kind && one.EndedAt == null, cancel) is { } before)
        {
            // One that has passed ended then; one that would pass sooner ends now.
            if (before.Counts(work.Now)) work.Journal.Write(new WarningEnded(before.CustomerId, before.Id, before.Kind), Who.System);
            before.End(null, before.Counts(work.Now) ? work.Now : before.PassesAt!.Value);
            // Of two of a kind at once the database takes one: the old one must be out before the next comes in.
            await work.Db.SaveChangesAsync(cancel);
        }

        var copy = warning.For(customer.Id, work.Now);
        work.Db.Add(copy);
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        work.Journal.Write(new WarningPlaced(customer.Id, copy.Id, copy.Kind, copy.PassesAt?.InZone(zone).Date.PlusDays(-1)), Who.System);
    }

    // Who has no address gives none away, and one who keeps it secret for longer needs no other warning.
    private static bool MustTake(CustomerWarning warning, IReadOnlyCollection<Customer> family) =>
        family.Any(one => one.Address is not null) && !(family.Max(one => one.AddressSecretUntil) >= warning.PassesAt);

    private static async Task<CustomerWarning?> Longest(Work work, List<CustomerId> roots, CancellationToken cancel)
    {
        if (roots.Count == 0) return null;
        var now = work.Now;
        return await (
            from one in work.Db.Customers
            where roots.Contains(one.Root)
            join warning in work.Db.Warnings on one.Id equals warning.CustomerId
            where warning.Kind == WarningKind.SecretAddress && warning.EndedAt == null && warning.PassesAt > now
            orderby warning.PassesAt descending
            select warning).FirstOrDefaultAsync(cancel);
    }
}

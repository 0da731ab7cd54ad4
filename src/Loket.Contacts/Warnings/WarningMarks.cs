using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>What warnings mean for whoever reads or tells stands on the customers themselves: on all under whom one person stands, so that no read has to look warnings up.</summary>
internal static class WarningMarks
{
    /// <summary>Sets the marks anew, after a warning was placed or ended, or people proved to be one or two.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="outbox">Keeps the letters, and what still waits to be told.</param>
    /// <param name="people">All whom it may concern, each with who they are in the end.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task Set(Work work, Outbox outbox, IReadOnlyCollection<Customer> people, CancellationToken cancel)
    {
        var (open, alive) = (people.Where(one => !one.KeepsAddressSecret(work.Now)).ToList(), people.Where(one => one.DeceasedAt is null).ToList());
        var standing = (await Standing(work, people, cancel)).ToLookup(warning => warning.CustomerId);
        foreach (var person in people.GroupBy(one => one.Root))
        {
            var warnings = person.SelectMany(one => standing[one.Id]).ToList();
            var secret = warnings.Where(warning => warning.Kind == WarningKind.SecretAddress).Max(warning => (Instant?)(warning.PassesAt ?? Instant.MaxValue));
            var died = warnings.Find(warning => warning.Kind == WarningKind.Deceased);
            foreach (var one in person) one.Mark(secret, died?.PlacedAt);
        }

        // Letters that were written before show where they went.
        await outbox.KeepAddressesSecret(work, await ContactsOf(work, open.Where(one => one.KeepsAddressSecret(work.Now)), cancel), cancel);
        // What was on its way to who has died goes no further.
        await outbox.WithdrawAbout(work, await ContactsOf(work, alive.Where(one => one.DeceasedAt is not null), cancel), cancel);
    }

    /// <summary>Whoever was taken for one person keeps that their address is secret when they are two again: which of the two it is is for people to say.</summary>
    public static async Task Part(Work work, IReadOnlyCollection<Customer> whole, CancellationToken cancel)
    {
        var secret = (await Standing(work, whole, cancel)).Where(warning => warning.Kind == WarningKind.SecretAddress).ToList();
        foreach (var part in whole.GroupBy(one => one.Root).Where(part => !part.Any(one => secret.Exists(warning => warning.CustomerId == one.Id))))
        {
            if (secret.MaxBy(warning => warning.PassesAt) is { } kept) await Copy(work, kept, part.First(one => one.Id == one.Root), cancel);
        }
    }

    /// <summary>Whoever is new with an address, and has the number or e-mail address of somebody whose address is secret, may be that person: theirs is secret as well.</summary>
    public static async Task TakeOver(Work work, Customer customer, CancellationToken cancel)
    {
        if (customer.Address is null || (customer.Phone is null && customer.EmailKey is null)) return;
        var (phone, key, now) = (customer.Phone, customer.EmailKey, work.Now);
        var found = await (
            from one in work.Db.Customers
            where one.AddressSecretUntil > now && ((phone != null && one.Phone == phone) || (key != null && one.EmailKey == key))
            join same in work.Db.Customers on one.Root equals same.Root
            join warning in work.Db.Warnings on same.Id equals warning.CustomerId
            where warning.Kind == WarningKind.SecretAddress && warning.EndedAt == null && warning.PassesAt > now
            orderby warning.PassesAt descending
            select warning).FirstOrDefaultAsync(cancel);
        if (found is null) return;
        await Copy(work, found, customer, cancel);
        customer.Mark(found.PassesAt, customer.DeceasedAt);
    }

    private static async Task Copy(Work work, CustomerWarning warning, Customer customer, CancellationToken cancel)
    {
        var copy = warning.For(customer.Id, work.Now);
        work.Db.Add(copy);
        var zone = (await Calendars.Current(work.Db, cancel)).Zone;
        work.Journal.Write(new WarningPlaced(customer.Id, copy.Id, copy.Kind, copy.PassesAt?.InZone(zone).Date.PlusDays(-1)), Who.System);
    }

    private static async Task<List<CustomerWarning>> Standing(Work work, IReadOnlyCollection<Customer> people, CancellationToken cancel)
    {
        var ids = people.Select(one => one.Id).ToList();
        await work.Db.Warnings.Where(warning => ids.Contains(warning.CustomerId) && warning.EndedAt == null).LoadAsync(cancel);
        return [.. work.Db.Warnings.Local.Where(warning => ids.Contains(warning.CustomerId) && warning.Counts(work.Now))];
    }

    // Their own, and those in which they acted for another.
    private static async Task<IReadOnlyCollection<Guid>> ContactsOf(Work work, IEnumerable<Customer> people, CancellationToken cancel)
    {
        CustomerId?[] ids = [.. people.Select(one => (CustomerId?)one.Id)];
        if (ids.Length == 0) return [];
        var found = await work.Db.Contacts.Where(contact => ids.Contains(contact.RepresentativeId ?? contact.CustomerId)).Select(contact => contact.Id).ToListAsync(cancel);
        return [.. found.Select(contact => contact.Value)];
    }
}

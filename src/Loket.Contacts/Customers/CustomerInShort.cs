using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>Who somebody is to a reader, for a list of what is theirs.</summary>
/// <param name="Id">Who they are in the end, as far as the reader may know of that one.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Family">All under whom they stand of whom the reader may know.</param>
public sealed record CustomerInShort(CustomerId Id, [property: Personal("answering", "case")] string? Name, IReadOnlyList<CustomerId> Family)
{
    private const string Purpose = "customer-view";

    /// <summary>Reads it; null when there is nobody for this reader. The caller writes down the look.</summary>
    public static async Task<CustomerInShort?> Of(LoketDb db, CustomerId id, Actor by, CancellationToken cancel)
    {
        var root = db.Customers.Where(one => one.Id == id).Select(one => one.Root);
        var family = await db.Customers.KnownTo(db, by).Where(one => root.Contains(one.Root)).OrderBy(one => one.Id).Select(one => new { one.Id, one.Root, one.Name }).ToListAsync(cancel);
        if ((family.Find(one => one.Id == one.Root) ?? family.FirstOrDefault()) is not { } customer) return null;
        return new CustomerInShort(customer.Id, customer.Name, family.ConvertAll(one => one.Id));
    }

    /// <summary>Their contacts of which the reader may know all that they were about: a message tells of its contact, and not of which matter.</summary>
    public async Task<IReadOnlyList<ContactId>> KnownInFull(LoketDb db, Actor by, CancellationToken cancel)
    {
        CustomerId?[] ids = [.. Family];
        var (matters, all, isBounded) = (db.Matters.VisibleTo(by), db.Matters, !by.Bounds.IsNone);
        // A message about what a group alone may know carries that group; where it lies, and of which kind it is, it does not.
        return await db.Contacts
            .Where(contact => (ids.Contains(contact.CustomerId) || ids.Contains(contact.RepresentativeId)) && matters.Any(matter => matter.ContactId == contact.Id))
            .Where(contact => !isBounded || !all.Any(other => other.ContactId == contact.Id && !matters.Any(known => known.Id == other.Id)))
            .Select(contact => contact.Id).ToListAsync(cancel);
    }

    /// <summary>That a list of theirs is shown.</summary>
    /// <param name="list">Which; each is a look of its own.</param>
    public Look LookAt(string list) => Look.At(Family, seen => new CustomerLookedAt(seen, Purpose, Id), Purpose + "." + list, RequestKey.None);
}

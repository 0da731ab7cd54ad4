using Loket.Kernel;
using Loket.Messages;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

/// <summary>How somebody is told, and how they can be.</summary>
/// <param name="Customer">Who is told: whose contact it is, or who acts for them.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Channels">The ways that reach them; a desk can always be chosen.</param>
/// <param name="Ways">The way of each kind of message; missing where nothing reaches them.</param>
public sealed record CustomerWishes(
    CustomerId Customer, [property: Personal("answering", "case")] string? Name, IReadOnlyList<MessageChannel> Channels, IReadOnlyDictionary<MessageKind, PreferredWay> Ways);

/// <summary>Reads how somebody wants to be told; the caller has checked that the reader may know.</summary>
public sealed class ReadWishes(UnitOfWork unit, TenantContext tenant)
{
    private static readonly MessageChannel[] WithAddress = [MessageChannel.Email, MessageChannel.Sms, MessageChannel.Letter, MessageChannel.Phone];

    /// <summary>The wishes of the person behind a contact; null for who did not say who they are.</summary>
    public Task<CustomerWishes?> Of(ContactId id, CancellationToken cancel) => unit.Read(async db =>
    {
        var row = await (
            from contact in db.Contacts.AsNoTracking()
            where contact.Id == id
            join customer in db.Customers.AsNoTracking().Include(one => one.Preferences) on (contact.RepresentativeId ?? contact.CustomerId) equals (CustomerId?)customer.Id
            select new { Contact = contact, Customer = customer }).FirstOrDefaultAsync(cancel);
        if (row is null) return null;

        var now = tenant.Tenant.Clock.Now();
        var ways = new Dictionary<MessageKind, PreferredWay>();
        foreach (var kind in ChangePreference.All)
        {
            if (ContactCards.RecipientOf(row.Contact, row.Customer, row.Customer, kind, now).Ways is [var first, ..])
                ways[kind] = new PreferredWay(kind, first.Channel, first.Channel == MessageChannel.Desk && first.To != ContactCards.AnyDesk ? first.To : null);
        }

        var reached = ContactCards.RecipientOf(row.Contact, row.Customer, row.Customer, MessageKind.Answer, now).Ways.Select(way => way.Channel);
        return new CustomerWishes(row.Customer.Id, row.Customer.Name, [.. WithAddress.Intersect(reached)], ways);
    });
}

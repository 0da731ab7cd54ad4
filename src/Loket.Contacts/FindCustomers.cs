using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Somebody who used this telephone number before.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Contacts">How many of their contacts the reader may see.</param>
/// <param name="Last">The last of those.</param>
public sealed record KnownCustomer(CustomerId Customer, [property: Personal("answering", "case")] string? Name, int Contacts, Instant Last);

/// <summary>Who may it be? A hint for who takes a contact; a matching number proves nothing.</summary>
public sealed class FindCustomers(UnitOfWork unit)
{
    private const int Most = 3;
    private const int MostLooked = 100;

    /// <summary>Those who used a number in contacts that the reader may see, latest first. Showing them is a look, and is written down.</summary>
    /// <param name="phone">In E.164.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<KnownCustomer>> ByPhone(string phone, Actor by, CancellationToken cancel)
    {
        if (!by.May(Right.SeePersonalData)) return [];
        var found = await unit.Read(async db =>
        {
            var named = await db.Customers.VisibleTo(by).Where(customer => customer.Phone == phone)
                .Select(customer => new { customer.Id, customer.Name }).Take(MostLooked).ToListAsync(cancel);
            CustomerId?[] ids = [.. named.Select(one => (CustomerId?)one.Id)];
            var matters = db.Matters.VisibleTo(by);
            var visible = await db.Contacts.Where(contact => ids.Contains(contact.CustomerId) && matters.Any(matter => matter.ContactId == contact.Id))
                .OrderByDescending(contact => contact.At).Select(contact => new { contact.CustomerId, contact.At }).Take(MostLooked).ToListAsync(cancel);
            return visible.GroupBy(contact => contact.CustomerId!.Value)
                .Select(theirs => new KnownCustomer(theirs.Key, named.First(one => one.Id == theirs.Key).Name, theirs.Count(), theirs.Max(contact => contact.At)))
                .Take(Most).ToList();
        });
        if (found.Count == 0) return [];

        // The look is written before anything is shown; when it can't be, nothing is.
        var written = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new CustomerLookedAt([.. found.Select(row => row.Customer)], "phone-hint"), by);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Succeeded ? found : [];
    }
}

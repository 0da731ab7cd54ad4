using Loket.Contacts.Numbers;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Contacts;

internal static class ContactsDb
{
    extension(LoketDb db)
    {
        internal DbSet<Customer> Customers => db.Set<Customer>();

        internal DbSet<CustomerWord> CustomerWords => db.Set<CustomerWord>();

        internal DbSet<CustomerNumber> CustomerNumbers => db.Set<CustomerNumber>();

        internal DbSet<Representation> Representations => db.Set<Representation>();

        internal DbSet<CustomerWarning> Warnings => db.Set<CustomerWarning>();

        internal DbSet<Contact> Contacts => db.Set<Contact>();

        internal DbSet<Matter> Matters => db.Set<Matter>();
    }

    /// <summary>Customers are for those who may see personal data.</summary>
    public static IQueryable<Customer> VisibleTo(this IQueryable<Customer> customers, Actor actor)
    {
        var may = actor.IsSystem || actor.May(Right.SeePersonalData);
        return customers.Where(_ => may);
    }

    /// <summary>Those who have a contact that the actor may see, or had one for another: who came about a secret alone is not there for others.</summary>
    public static IQueryable<Customer> KnownTo(this IQueryable<Customer> customers, LoketDb db, Actor actor)
    {
        var matters = db.Matters.VisibleTo(actor);
        var contacts = db.Contacts.Where(contact => matters.Any(matter => matter.ContactId == contact.Id));
        return customers.VisibleTo(actor).Where(customer => contacts.Any(contact => contact.CustomerId == customer.Id || contact.RepresentativeId == customer.Id));
    }

    /// <summary>A sensitive matter is invisible, existence included, to who is not of its group, and one outside the bounds of a reader to them; what was erased is there for nobody.</summary>
    public static IQueryable<Matter> VisibleTo(this IQueryable<Matter> matters, Actor actor)
    {
        if (actor.IsSystem) return matters;
        var may = actor.May(Right.SeePersonalData);
        string[] groups = [.. actor.Groups];
        return matters.Where(matter => may && matter.ErasedAt == null && (matter.SensitiveGroup == null || groups.Contains(matter.SensitiveGroup)))
            .Within(actor.Bounds, matter => matter.Place.Area ?? matter.CaseArea, matter => matter.CaseType);
    }
}

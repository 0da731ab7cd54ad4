using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Somebody who used this telephone number or e-mail address before.</summary>
/// <param name="Customer">Who.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Contacts">How many of their contacts the reader may see.</param>
/// <param name="Last">The last of those.</param>
/// <param name="ByEmail">Whether the e-mail address is the same; else the number.</param>
/// <param name="Chosen">Whether the reader named them before; nothing needs to be the same.</param>
public sealed record KnownCustomer(CustomerId Customer, [property: Personal("answering", "case")] string? Name, int Contacts, Instant Last, bool ByEmail, bool Chosen)
{
    /// <summary>Person or company.</summary>
    public CustomerKind Kind { get; init; }

    /// <summary>Of what is warned.</summary>
    public IReadOnlyList<WarningKind> Warnings { get; init; } = [];

    /// <summary>For whom they may act.</summary>
    public IReadOnlyList<ActingView> Represented { get; init; } = [];
}

/// <summary>Who may it be? A hint for who takes a contact; a matching number or address proves nothing.</summary>
public sealed class FindCustomers(UnitOfWork unit, ReadWarnings warnings, ActingFor acting, Looks looks)
{
    private const int Most = 3;
    private const int MostLooked = 100;
    private const string Purpose = "intake-hint";

    /// <summary>What is typed so far.</summary>
    /// <param name="Key">Of the form: while one contact is typed, the same people are looked at once, however often it is asked.</param>
    /// <param name="Phone">In E.164.</param>
    /// <param name="Email">As addresses are compared.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Chosen">Who was named before, for example on their own page.</param>
    public sealed record Request(RequestKey Key, string? Phone, string? Email, Actor By, CustomerId? Chosen = null);

    /// <summary>Those who used the number or address in contacts that the reader may see, latest first. Showing them is a look, and is written down.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> Handle(Request request, CancellationToken cancel)
    {
        var found = await Read(request, cancel);
        await looks.Write([LookAt(request, found)], request.By, cancel);
        return found;
    }

    /// <summary>What is written down when they are shown.</summary>
    public static Look LookAt(Request request, IReadOnlyList<KnownCustomer> shown) => Look.At(
        shown.Select(row => row.Customer).Concat(shown.SelectMany(row => row.Represented).Select(one => one.Person)), seen => new CustomerLookedAt(seen, Purpose), Purpose, request.Key);

    /// <summary>The same beside other things; the caller writes down the look, before anything is shown.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> Read(Request request, CancellationToken cancel)
    {
        var (phone, email, by, chosen) = (request.Phone, request.Email, request.By, request.Chosen);
        if (!by.May(Right.SeePersonalData) || (phone is null && email is null && chosen is null)) return [];
        var found = await unit.Read(async db =>
        {
            var named = await db.Customers.VisibleTo(by).Where(customer => (phone != null && customer.Phone == phone) || (email != null && customer.EmailKey == email) || customer.Id == chosen)
                .Select(customer => new { customer.Id, customer.Root, customer.Kind, customer.Name, customer.Phone }).OrderByDescending(one => one.Id == chosen).ThenByDescending(one => one.Id).Take(MostLooked).ToListAsync(cancel);
            CustomerId?[] ids = [.. named.Select(one => (CustomerId?)one.Id)];
            var matters = db.Matters.VisibleTo(by);
            var visible = await db.Contacts.Where(contact => (ids.Contains(contact.CustomerId) || ids.Contains(contact.RepresentativeId)) && matters.Any(matter => matter.ContactId == contact.Id))
                .OrderByDescending(contact => contact.At).Select(contact => new { CustomerId = ids.Contains(contact.CustomerId) ? contact.CustomerId : contact.RepresentativeId, contact.At }).Take(MostLooked).ToListAsync(cancel);
            return visible.GroupBy(contact => contact.CustomerId!.Value)
                .Select(theirs => (One: named.First(one => one.Id == theirs.Key), Theirs: theirs))
                .Select(known => new KnownCustomer(
                    known.One.Root, known.One.Name, known.Theirs.Count(), known.Theirs.Max(contact => contact.At), phone is null || known.One.Phone != phone, known.One.Id == chosen) { Kind = known.One.Kind })
                .GroupBy(known => known.Customer)
                .Select(same => same.OrderByDescending(known => known.Chosen).First() with { Contacts = same.Sum(known => known.Contacts), Last = same.Max(known => known.Last) })
                .OrderByDescending(known => known.Chosen).Take(Most).ToList();
        });
        if (found.Count == 0) return found;
        var represented = await acting.RepresentedBy([.. found.Select(row => row.Customer)], by, cancel);
        var warned = await warnings.Of([.. found.Select(row => row.Customer).Concat(represented.SelectMany(theirs => theirs).Select(one => one.Person)).Distinct()], by, cancel);
        return found.ConvertAll(row => row with
        {
            Warnings = [.. warned[row.Customer]], Represented = [.. represented[row.Customer].Select(one => one with { Warnings = [.. warned[one.Person]] })],
        });
    }
}

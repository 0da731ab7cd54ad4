using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Emergency;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A person or company, as whoever opened the page may know of them (row A4).</summary>
/// <param name="Id">Who.</param>
/// <param name="Kind">Person or company.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Email">As they gave it.</param>
/// <param name="Address">Postal address, in lines; null as well where it is secret.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Ways">How they want to be told, per kind of message, where they said so.</param>
/// <param name="Contacts">Their contacts that the reader may see, newest first.</param>
/// <param name="More">Whether there are older ones.</param>
/// <param name="Family">All under whom they stand.</param>
/// <param name="Merged">Who proved to be them, and can be taken out again.</param>
/// <param name="Doubles">Who may be them: the same national number first, else the same telephone number, e-mail address or name.</param>
/// <param name="AddressIsSecret">Whether there is an address that nobody may learn.</param>
/// <param name="AddressOpenUntil">Until when the reader may read it all the same, in an emergency.</param>
public sealed record CustomerView(
    CustomerId Id, CustomerKind Kind, [property: Personal("answering", "case")] string? Name, [property: Personal("answering", "case")] string? Phone,
    [property: Personal("answering", "case")] string? Email, [property: Personal("answering", "case")] string? Address, string Language, IReadOnlyList<PreferredWay> Ways,
    IReadOnlyList<CustomerContact> Contacts, bool More, IReadOnlyList<CustomerId> Family, IReadOnlyList<TwinCustomer> Merged, IReadOnlyList<TwinCustomer> Doubles, bool AddressIsSecret, Instant? AddressOpenUntil)
{
    /// <summary>The contacts of which the reader may know all that they were about: a message tells of its contact, and not of which matter.</summary>
    public IReadOnlyList<ContactId> KnownInFull { get; init; } = [];

    /// <summary>Whether their national number is kept; for who may use it.</summary>
    public bool HasNumber { get; init; }
}

/// <summary>Somebody who is, or may be, the same person.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">How they are called.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Email">As they gave it.</param>
/// <param name="Address">Postal address, in lines.</param>
public sealed record TwinCustomer(
    CustomerId Id, [property: Personal("answering", "case")] string? Name, [property: Personal("answering", "case")] string? Phone, [property: Personal("answering", "case")] string? Email,
    [property: Personal("answering", "case")] string? Address)
{
    /// <summary>Whether they have the same national number; for who may use it.</summary>
    public bool HasSameNumber { get; init; }
}

/// <summary>One thing about which they reached us.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Contact">The contact that it belongs to.</param>
/// <param name="Reference">What they say on the phone.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Channel">How they reached us.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">How it ended; null while it is open.</param>
/// <param name="Said">What was answered, or to whom it was forwarded.</param>
/// <param name="TakenBy">Who took it.</param>
/// <param name="ForAnother">Whether they acted for somebody else.</param>
public sealed record CustomerContact(
    MatterId Matter, ContactId Contact, string Reference, [property: Personal("answering", "case")] string Subject, Channel Channel, Instant At, Outcome? Outcome,
    [property: Personal("answering", "case")] string? Said, StaffId? TakenBy, bool ForAnother);

/// <summary>Opens the page of a person or company. Who has no contact that the reader may see is not there; opening is a look, and is written down.</summary>
public sealed class OpenCustomer(UnitOfWork unit, TenantContext tenant)
{
    private const int MostContacts = 50;
    private const int MostDoubles = 5;
    private const string Purpose = "customer-view";
    private const string InEmergency = "emergency";

    /// <summary>The page; null when there is nobody for this reader.</summary>
    /// <param name="id">Who.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="before">Only contacts older than this, for the next page.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<CustomerView?> Handle(CustomerId id, Actor by, Instant? before, CancellationToken cancel)
    {
        if (await Read(id, by, before, cancel) is not { } found) return null;
        var written = await unit.Run<Done>(work =>
        {
            work.Journal.Write(LookAt(found), by.Who);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        return written.Succeeded ? found : throw new InvalidOperationException(written.Failure.Code);
    }

    /// <summary>What is written down when it is shown.</summary>
    public static IJournalEvent LookAt(CustomerView shown) =>
        new CustomerLookedAt([.. shown.Family, .. shown.Doubles.Select(one => one.Id)], shown.AddressOpenUntil is null ? Purpose : InEmergency, shown.Id);

    /// <summary>The same beside other things of that person; the caller writes down the look, before anything is shown.</summary>
    /// <inheritdoc cref="Handle" />
    public Task<CustomerView?> Read(CustomerId id, Actor by, Instant? before, CancellationToken cancel) =>
        unit.Read(async db =>
        {
            var root = db.Customers.Where(one => one.Id == id).Select(one => one.Root);
            var family = await db.Customers.AsNoTracking().KnownTo(db, by).Include(one => one.Preferences).Include(one => one.Number).Where(one => root.Contains(one.Root)).ToListAsync(cancel);
            var now = tenant.Tenant.Clock.Now();
            if ((family.Find(one => one.Id == one.Root) ?? family.FirstOrDefault()) is not { } customer) return null;
            var secret = customer.KeepsAddressSecret(now);
            var opened = secret ? await EmergencyDoor.Until(db, customer.Root.Value, by, now, cancel) : null;
            CustomerId?[] ids = [.. family.Select(one => (CustomerId?)one.Id)];
            var until = before ?? Instant.MaxValue;
            var (matters, all, isBounded) = (db.Matters.VisibleTo(by), db.Matters, !by.Bounds.IsNone);
            var rows = await (
                from contact in db.Contacts
                where (ids.Contains(contact.CustomerId) || ids.Contains(contact.RepresentativeId)) && (before == null || contact.At < until)
                join matter in matters on contact.Id equals matter.ContactId
                orderby contact.At descending, matter.Id descending
                select new
                {
                    Shown = new CustomerContact(
                        matter.Id, contact.Id, matter.Reference, matter.Subject, contact.Channel, contact.At, matter.Outcome, matter.OutcomeText, contact.TakenBy, !ids.Contains(contact.CustomerId)),
                    // A message about what a group alone may know carries that group; where it lies, and of which kind it is, it does not.
                    InPart = isBounded && all.Any(other => other.ContactId == contact.Id && !matters.Any(known => known.Id == other.Id)),
                }).Take(MostContacts + 1).ToListAsync(cancel);
            var page = rows.Take(MostContacts).ToList();
            var ways = customer.Preferences.OrderBy(one => one.Kind).Select(one => new PreferredWay(one.Kind, one.Channel, one.Desk));
            return new CustomerView(
                customer.Id, customer.Kind, customer.Name, customer.Phone, customer.Email, secret && opened is null ? null : customer.Address, customer.Language, [.. ways], [.. page.Select(row => row.Shown)], rows.Count > MostContacts,
                family.ConvertAll(one => one.Id), [.. family.Where(one => one.Id != customer.Id && one.MergedInto != null).Select(one => Twin(one, secret, now))], await Doubles(db, family, secret, now, by, cancel),
                secret && customer.Address is not null, opened) { KnownInFull = [.. page.Where(row => !row.InPart).Select(row => row.Shown.Contact).Distinct()], HasNumber = family.Exists(one => one.Number is not null) };
        });

    // In one question: who has the same national number, and who has the same telephone number, e-mail address or name; each by an index of its own.
    private static async Task<IReadOnlyList<TwinCustomer>> Doubles(LoketDb db, List<Customer> family, bool secret, Instant now, Actor by, CancellationToken cancel)
    {
        var root = family[0].Root;
        List<string?> phones = [.. family.Select(one => one.Phone).OfType<string>()], emails = [.. family.Select(one => one.EmailKey).OfType<string>()], names = [.. family.Select(one => one.NameFolded).OfType<string>()];
        var alike = db.Customers.KnownTo(db, by)
            .Where(one => one.Root != root && one.MergedInto == null && (phones.Contains(one.Phone) || emails.Contains(one.EmailKey) || names.Contains(one.NameFolded)))
            .OrderBy(one => one.Id).Take(MostDoubles).Select(one => one.Id);
        var same = WithTheNumber(db, family, by);
        var (ids, twins) = (same is null ? alike : same.Union(alike), same ?? alike.Where(_ => false));
        var found = await db.Customers.AsNoTracking().Where(one => ids.Contains(one.Id)).OrderBy(one => one.Id)
            .Select(one => new { Customer = one, HasSameNumber = twins.Contains(one.Id) }).ToListAsync(cancel);
        return [.. found.OrderByDescending(one => one.HasSameNumber).Take(MostDoubles).Select(one => Twin(one.Customer, secret, now) with { HasSameNumber = one.HasSameNumber })];
    }

    // Who has the same national number, as who they are in the end; null where none is kept. While a key is renewed, two who are kept under different keys do not meet yet.
    private static IQueryable<CustomerId>? WithTheNumber(LoketDb db, List<Customer> family, Actor by)
    {
        if (family.TrueForAll(one => one.Number is null)) return null;
        var (root, own) = (family[0].Root, family.ConvertAll(one => one.Id));
        var holders = db.CustomerNumbers.Where(number => own.Contains(number.CustomerId)).Join(db.CustomerNumbers, number => number.Digest, other => other.Digest, (_, other) => other.CustomerId);
        var roots = db.Customers.Where(one => holders.Contains(one.Id) && one.Root != root).Select(one => one.Root);
        return db.Customers.KnownTo(db, by).Where(one => roots.Contains(one.Id)).OrderBy(one => one.Id).Take(MostDoubles).Select(one => one.Id);
    }

    // Who may be somebody whose address is secret gives it away by theirs.
    private static TwinCustomer Twin(Customer one, bool secret, Instant now) => new(one.Id, one.Name, one.Phone, one.Email, secret || one.KeepsAddressSecret(now) ? null : one.Address);
}

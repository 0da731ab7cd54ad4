using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A matter with the person behind it, for those who may see it.</summary>
public sealed record ContactCard(MatterId Matter, ContactId Contact, CustomerId? Customer, Channel Channel, string? Name, string Subject, string? Text,
    ResidentKind? Kind, Instant At, LocalDate? ReceivedOn, StaffId? TakenBy, Assisted? Assisted, CustomerKind? CustomerKind)
{
    /// <summary>Who acted for them, where that is a customer too.</summary>
    public CustomerId? Representative { get; init; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate ReceivedDay(DateTimeZone zone) => ReceiptDay.Of(ReceivedOn, At, zone);
}

/// <summary>Where somebody can be told, and how they want it.</summary>
/// <param name="Contact">Their contact.</param>
/// <param name="Customer">Whose it is, when they said so.</param>
/// <param name="Told">Who is told: that person, or who acts for them.</param>
/// <param name="Name">How whoever is told is called.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Ways">The ways that reach them, the wanted one first; empty for who left no address, and for who has died.</param>
public sealed record Recipient(ContactId Contact, CustomerId? Customer, CustomerId? Told, string? Name, string Language, IReadOnlyList<MessageAddress> Ways)
{
    /// <summary>Everybody behind the contact: whose it is, and who acted for them.</summary>
    public IReadOnlyList<KnownPerson> Behind { get; init; } = [];
}

/// <summary>What somebody said of themselves.</summary>
/// <param name="Name">How they are called.</param>
/// <param name="Phone">In E.164.</param>
/// <param name="Email">As they gave it.</param>
/// <param name="Address">Postal address, in lines.</param>
public sealed record KnownPerson(
    [property: Personal("answering", "case")] string? Name, [property: Personal("answering", "case")] string? Phone,
    [property: Personal("answering", "case")] string? Email, [property: Personal("answering", "case")] string? Address);

/// <summary>Looks up the people behind contacts, for rooms that hold references only.</summary>
public sealed class ContactCards(TenantContext context)
{
    /// <summary>Stands for whichever desk somebody comes to; no desk has this key.</summary>
    public const string AnyDesk = "loket";

    /// <summary>The cards of matters that the reader may see, by matter.</summary>
    public async Task<IReadOnlyDictionary<MatterId, ContactCard>> OfMatters(LoketDb db, IReadOnlyCollection<MatterId> ids, Actor by, CancellationToken cancel)
    {
        if (by.IsSystem && InHand(db, ids) is { } inHand) return inHand;
        var visible = db.Matters.VisibleTo(by);
        return await (
            from matter in visible
            where ids.Contains(matter.Id)
            join contact in db.Contacts on matter.ContactId equals contact.Id
            join customer in db.Customers on contact.CustomerId equals (CustomerId?)customer.Id into customers
            from customer in customers.DefaultIfEmpty()
            select new ContactCard(
                matter.Id, contact.Id, contact.CustomerId, contact.Channel, customer.Name, matter.Subject, matter.Text, matter.Kind, contact.At, contact.ReceivedOn,
                contact.TakenBy, contact.Assistance == null ? null : new Assisted(contact.Assistance.Value, contact.AssistedBy), (CustomerKind?)customer.Kind)
            {
                Representative = contact.RepresentativeId,
            })
            .ToDictionaryAsync(card => card.Matter, cancel);
    }

    /// <summary>The matters that a reader may see with the people behind them, as part of a query that says which.</summary>
    public IQueryable<MatterPerson> People(LoketDb db, Actor by)
    {
        var (now, known, seen) = (Now, db.Customers, db.Matters.VisibleTo(by));
        var standing = db.Warnings.Where(warning => warning.EndedAt == null && (warning.PassesAt == null || warning.PassesAt > now));
        var (secret, aggressive) = (standing.Where(warning => warning.Kind == WarningKind.SecretAddress), standing.Where(warning => warning.Kind == WarningKind.Aggression));
        var (guarded, deceased) = (standing.Where(warning => warning.Kind == WarningKind.Guardian), standing.Where(warning => warning.Kind == WarningKind.Deceased));
        // A warning is on any of those under whom somebody stands.
        return
            from matter in seen
            join contact in db.Contacts on matter.ContactId equals contact.Id
            join customer in db.Customers on contact.CustomerId equals (CustomerId?)customer.Id into customers
            from customer in customers.DefaultIfEmpty()
            join acting in db.Customers on contact.RepresentativeId equals (CustomerId?)acting.Id into others
            from acting in others.DefaultIfEmpty()
            select new MatterPerson
            {
                Matter = matter.Id,
                Channel = contact.Channel,
                Name = customer.Name,
                Subject = matter.Subject,
                Text = matter.Text,
                Kind = matter.Kind,
                ReceivedOn = contact.ReceivedOn,
                TakenBy = contact.TakenBy,
                Assistance = contact.Assistance,
                AssistedBy = contact.AssistedBy,
                Representative = contact.RepresentativeId,
                IsSecret = known.Any(same => same.Root == customer.Root && secret.Any(warning => warning.CustomerId == same.Id)),
                IsAggressive = known.Any(same => same.Root == customer.Root && aggressive.Any(warning => warning.CustomerId == same.Id)),
                HasGuardian = known.Any(same => same.Root == customer.Root && guarded.Any(warning => warning.CustomerId == same.Id)),
                IsDeceased = known.Any(same => same.Root == customer.Root && deceased.Any(warning => warning.CustomerId == same.Id)),
                RepresentativeIsSecret = known.Any(same => same.Root == acting.Root && secret.Any(warning => warning.CustomerId == same.Id)),
                RepresentativeIsAggressive = known.Any(same => same.Root == acting.Root && aggressive.Any(warning => warning.CustomerId == same.Id)),
                RepresentativeHasGuardian = known.Any(same => same.Root == acting.Root && guarded.Any(warning => warning.CustomerId == same.Id)),
                RepresentativeIsDeceased = known.Any(same => same.Root == acting.Root && deceased.Any(warning => warning.CustomerId == same.Id)),
            };
    }

    /// <summary>The person behind a matter; null for who did not say who they are, and for who may not know.</summary>
    public async Task<KnownPerson?> PersonOf(LoketDb db, MatterId id, Actor by, CancellationToken cancel)
    {
        if (by.IsSystem && db.Matters.Local.FindEntry(id)?.Entity is { } matter && InHand(db, [matter.ContactId]) is [var (_, _, inHand)])
            return inHand is null ? null : new KnownPerson(inHand.Name, inHand.Phone, inHand.Email, inHand.Address);
        var (matters, customers, now) = (db.Matters.VisibleTo(by), db.Customers.VisibleTo(by), Now);
        return await (
            from one in matters
            where one.Id == id
            join contact in db.Contacts on one.ContactId equals contact.Id
            join customer in customers on (contact.RepresentativeId ?? contact.CustomerId) equals (CustomerId?)customer.Id
            select new KnownPerson(customer.Name, customer.Phone, customer.Email, customer.AddressSecretUntil > now ? null : customer.Address)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Where people can be told about a kind of message. What they said last leads: at the contact, or since then for
    /// all contacts; after that the other of both, then what is quickest.</summary>
    public async Task<IReadOnlyDictionary<ContactId, Recipient>> Recipients(
        LoketDb db, IReadOnlyCollection<ContactId> contacts, MessageKind kind, CancellationToken cancel)
    {
        if (InHand(db, contacts) is { } inHand) return inHand.ToDictionary(one => one.Contact.Id, one => RecipientOf(one.Contact, one.Customer, one.Told, kind, Now));
        var rows = await (
            from contact in db.Contacts.AsNoTracking()
            where contacts.Contains(contact.Id)
            join customer in db.Customers.AsNoTracking().Include(one => one.Preferences) on (contact.RepresentativeId ?? contact.CustomerId) equals (CustomerId?)customer.Id into customers
            from customer in customers.DefaultIfEmpty()
            select new { Contact = contact, Customer = customer }).ToListAsync(cancel);
        var represented = await Represented(db, [.. rows.Where(row => row.Contact.RepresentativeId is not null).Select(row => row.Contact)], cancel);
        var recipients = new Dictionary<ContactId, Recipient>(rows.Count);
        foreach (var row in rows)
        {
            var own = row.Contact.RepresentativeId is null ? row.Customer : represented[row.Contact.CustomerId!.Value];
            var acts = row.Contact.RepresentativeId is { } who && row.Customer?.DeceasedAt is null && await ActingFor.Acts(db, who, own!.Id, Now, cancel);
            recipients[row.Contact.Id] = RecipientOf(row.Contact, own, acts ? row.Customer : own, kind, Now);
        }

        return recipients;
    }

    /// <summary>The contacts about which somebody, or one whom they proved to be, is told: their own, and those in which they acted for another.</summary>
    public static async Task<List<ContactId>> InWhichTold(LoketDb db, CustomerId person, CancellationToken cancel)
    {
        CustomerId?[] family = [.. (await CustomerFamily.Of(db, person, cancel)).Select(id => (CustomerId?)id)];
        return await db.Contacts.Where(contact => family.Contains(contact.RepresentativeId) || (contact.RepresentativeId == null && family.Contains(contact.CustomerId)))
            .Select(contact => contact.Id).ToListAsync(cancel);
    }

    private static async Task<Dictionary<CustomerId, Customer>> Represented(LoketDb db, List<Contact> contacts, CancellationToken cancel)
    {
        if (contacts.Count == 0) return [];
        var ids = contacts.Select(contact => contact.CustomerId!.Value).Distinct().ToList();
        return await db.Customers.AsNoTracking().Include(one => one.Preferences).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
    }

    // What this transaction has in hand is not asked again: at intake nothing else is looked up.
    private static List<(Contact Contact, Customer? Customer, Customer? Told)>? InHand(LoketDb db, IReadOnlyCollection<ContactId> ids)
    {
        var inHand = new List<(Contact, Customer?, Customer?)>(ids.Count);
        // A contact of which two matters stand on one case is asked for twice.
        foreach (var id in ids.Distinct())
        {
            if (db.Contacts.Local.FindEntry(id)?.Entity is not { } contact) return null;
            var (customer, told) = (Known(db, contact.CustomerId), Known(db, contact.ToldTo));
            if ((customer is null && contact.CustomerId is not null) || (told is null && contact.ToldTo is not null)) return null;
            inHand.Add((contact, customer, told));
        }

        return inHand;
    }

    // A customer whose preferences were not read is known half.
    private static Customer? Known(LoketDb db, CustomerId? id) =>
        id is { } who && db.Customers.Local.FindEntry(who) is { } entry && entry.Collection(one => one.Preferences).IsLoaded ? entry.Entity : null;

    private Instant Now => context.Tenant.Clock.Now();

    private static Dictionary<MatterId, ContactCard>? InHand(LoketDb db, IReadOnlyCollection<MatterId> ids)
    {
        var inHand = new Dictionary<MatterId, ContactCard>(ids.Count);
        foreach (var id in ids)
        {
            if (db.Matters.Local.FindEntry(id)?.Entity is not { } matter || InHand(db, [matter.ContactId]) is not [var (contact, customer, _)]) return null;
            inHand[id] = new ContactCard(
                id, contact.Id, contact.CustomerId, contact.Channel, customer?.Name, matter.Subject, matter.Text, matter.Kind, contact.At, contact.ReceivedOn, contact.TakenBy, contact.Assisted,
                customer?.Kind)
            {
                Representative = contact.RepresentativeId,
            };
        }

        return inHand;
    }

    /// <param name="contact">The contact.</param>
    /// <param name="customer">Whose it is.</param>
    /// <param name="told">Who is told about it.</param>
    /// <param name="kind">What they are told.</param>
    /// <param name="now">The moment.</param>
    internal static Recipient RecipientOf(Contact contact, Customer? customer, Customer? told, MessageKind kind, Instant now)
    {
        Customer?[] both = [customer, told];
        IReadOnlyList<KnownPerson> behind = [.. both.OfType<Customer>().DistinctBy(one => one.Id).Select(one => new KnownPerson(one.Name, one.Phone, one.Email, one.Address))];
        if (told?.DeceasedAt is not null) return new Recipient(contact.Id, contact.CustomerId, told.Id, told.Name, contact.Language, []) { Behind = behind };
        var wish = told?.Preference(kind);
        MessageChannel?[] order =
        [
            wish?.SetAt > contact.At ? wish.Channel : contact.ReplyBy, contact.ReplyBy, wish?.Channel, MessageChannel.Email, MessageChannel.Sms, MessageChannel.Letter, MessageChannel.Phone,
        ];
        var ways = order.OfType<MessageChannel>().Distinct().Select(channel => WayTo(told, channel, wish?.Desk, now)).OfType<MessageAddress>().ToList();
        return new Recipient(contact.Id, contact.CustomerId, told?.Id, told?.Name, contact.Language, ways) { Behind = behind };
    }

    private static MessageAddress? WayTo(Customer? customer, MessageChannel channel, string? desk, Instant now) => channel switch
    {
        MessageChannel.Email when customer?.Email is { } email => MessageAddress.Email(email, customer.Name),
        // A text to a landline arrives nowhere; Dutch mobile numbers begin with 6.
        MessageChannel.Sms when customer?.Phone is { } phone && (!phone.StartsWith("+31", StringComparison.Ordinal) || phone.StartsWith("+316", StringComparison.Ordinal)) =>
            MessageAddress.Sms(phone, customer.Name),
        MessageChannel.Letter when customer?.Address is { } address => MessageAddress.Letter(address, customer.Name, customer.KeepsAddressSecret(now)),
        MessageChannel.Phone when customer?.Phone is { } phone => MessageAddress.Phone(phone, customer.Name),
        // Only for who asked for it: it waits at the desk that they chose, else at whichever they come to.
        MessageChannel.Desk => MessageAddress.Desk(desk ?? AnyDesk, customer?.Name),
        _ => null,
    };
}

using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Contacts;

/// <summary>A contact as it comes in.</summary>
/// <param name="Channel">How they reached us.</param>
/// <param name="Customer">The customer, when the agent is sure who it is.</param>
/// <param name="Details">What they said of themselves.</param>
/// <param name="ReplyBy">How they want to be told.</param>
/// <param name="Matters">What it is about; at least one.</param>
/// <param name="Partner">The partner that registers it.</param>
/// <param name="ReceivedOn">The day on which a letter or e-mail came in: at most a year ago; null for today.</param>
/// <param name="Assisted">That it came through somebody else than the person whom it is about.</param>
/// <param name="For">The customer for whom whoever reached us acts; null where they came for themselves.</param>
public sealed record NewContact(
    Channel Channel, CustomerId? Customer, CustomerDetails Details, MessageChannel? ReplyBy, IReadOnlyList<NewMatter> Matters, PartnerId? Partner = null,
    LocalDate? ReceivedOn = null, Assisted? Assisted = null, CustomerId? For = null);

/// <summary>One of the things that a contact is about.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">All that they told.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Place">Where it is.</param>
/// <param name="FormalPaper">The formal paper that it is.</param>
/// <param name="Kind">With what they said that they came.</param>
/// <param name="PaperDecided">Whether a person has seen it and said whether it is a formal paper; what its words point to does not count then.</param>
/// <param name="ProposedPaper">The formal paper that it may be by its words alone, until a person decides.</param>
public sealed record NewMatter(
    string Subject, string? Text = null, string? Category = null, Place? Place = null, FormalPaper? FormalPaper = null,
    ResidentKind? Kind = null, bool PaperDecided = false, FormalPaper? ProposedPaper = null);

/// <summary>A contact as it was registered.</summary>
public sealed record RegisteredContact(ContactId Id, CustomerId? Customer, Instant At, IReadOnlyList<RegisteredMatter> Matters);

/// <summary>A matter as it was registered.</summary>
public sealed record RegisteredMatter(MatterId Id, Reference Reference, NewMatter Matter);

/// <summary>Puts contacts in the central register (row A1). Works inside the transaction of a use case.</summary>
public sealed class ContactRegister(Outbox outbox)
{
    private const int LongestSubject = 200;
    private const int LongestText = 20_000;

    /// <summary>Registers a contact with its matters, each with a reference.</summary>
    public async Task<Result<RegisteredContact>> Register(Work work, NewContact contact, Actor by, CancellationToken cancel)
    {
        if (contact.Matters.Select(Check).FirstOrDefault(one => one is not null) is { } wrong) return wrong;
        if (contact.ReceivedOn is { } day && ReceiptDay.Check(day, contact.Channel, work.Now.InZone((await Calendars.Current(work.Db, cancel)).Zone).Date) is { } failure) return failure;
        var assistedBy = CleanText.Line(contact.Assisted?.By, Assisted.LongestBy);
        if (!assistedBy.Succeeded) return assistedBy.Failure.At("AssistedBy");
        var customer = await CustomerOf(work, contact, by, cancel);
        if (contact.Customer is not null && customer is null) return ContactFailures.NotFound;
        if (contact.ReplyBy is { } channel and not (MessageChannel.Desk or MessageChannel.Portal) && customer?.AddressFor(channel) is null)
            return ContactFailures.NoAddressForChannel.With(channel);

        if (contact.For is { } represented && await Represented(work, customer, represented, cancel) is { } none) return none;

        var entity = new Contact
        {
            Id = Ids.New<ContactId>(),
            Channel = contact.Channel,
            At = work.Now,
            ReceivedOn = contact.ReceivedOn,
            CustomerId = contact.For ?? customer?.Id,
            RepresentativeId = contact.For is null ? null : customer?.Id,
            TakenBy = by.Staff,
            Assistance = contact.Assisted?.How ?? (contact.For is null ? null : Assistance.AskedForAnother),
            AssistedBy = assistedBy.Value is { Length: > 0 } helped ? helped : contact.For is null ? null : customer?.Name is { Length: > Assisted.LongestBy } name ? name[..Assisted.LongestBy] : customer?.Name,
            Partner = contact.Partner,
            Language = contact.Details.Language,
            ReplyBy = contact.ReplyBy,
        };
        var references = new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix);
        var registered = new List<RegisteredMatter>();
        foreach (var matter in contact.Matters)
        {
            var made = Made(entity.Id, matter, registered.Count + 1, references.Next());
            entity.Matters.Add(made.Entity);
            registered.Add(made.Registered);
        }

        work.Db.Add(entity);
        work.Journal.Write(new ContactRegistered(entity.Id, entity.Channel, entity.CustomerId, registered.Count, entity.Assistance, entity.RepresentativeId), by);
        return new RegisteredContact(entity.Id, entity.CustomerId, work.Now, registered);
    }

    /// <summary>One more thing that a contact is about, with a reference of its own. The caller has checked that the actor may see the contact.</summary>
    public async Task<Result<RegisteredMatter>> Add(Work work, ContactId id, NewMatter matter, CancellationToken cancel)
    {
        if (Check(matter) is { } failure) return failure;
        var contact = await work.Db.Contacts.Include(one => one.Matters).FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (contact is null) return ContactFailures.NotFound;
        var made = Made(id, matter, contact.Matters.Max(one => one.Ordinal) + 1, new ReferenceSource((await Profiles.Current(work.Db, cancel)).ReferencePrefix).Next());
        work.Db.Add(made.Entity);
        return made.Registered;
    }

    // For whom they say that they act, they must act; that person is then at hand with how they want to be told.
    private static async Task<Failure?> Represented(Work work, Customer? representative, CustomerId customer, CancellationToken cancel)
    {
        if (representative is null || !await ActingFor.Acts(work.Db, representative.Id, customer, work.Now, cancel)) return RepresentationFailures.None;
        await work.Db.Customers.Include(one => one.Preferences).Where(one => one.Id == customer).LoadAsync(cancel);
        return null;
    }

    private static Failure? Check(NewMatter matter) =>
        string.IsNullOrWhiteSpace(matter.Subject) ? ContactFailures.SubjectMissing
        : matter.Subject.Length > LongestSubject ? ContactFailures.SubjectTooLong
        : matter.Text?.Length > LongestText ? ContactFailures.TextTooLong : null;

    private static (Matter Entity, RegisteredMatter Registered) Made(ContactId contact, NewMatter matter, int ordinal, Reference reference)
    {
        var entity = new Matter
        {
            Id = Ids.New<MatterId>(),
            ContactId = contact,
            Ordinal = ordinal,
            Reference = reference.ToString(),
            Subject = matter.Subject.Trim(),
            Text = matter.Text,
            CategoryKey = matter.Category,
            FormalPaper = matter.FormalPaper,
            ProposedPaper = matter.ProposedPaper,
            Kind = matter.Kind,
            Place = matter.Place ?? Place.Unknown,
        };
        return (entity, new RegisteredMatter(entity.Id, reference, matter));
    }

    private async Task<Customer?> CustomerOf(Work work, NewContact contact, Actor by, CancellationToken cancel)
    {
        Customer? customer;
        if (contact.Customer is { } id)
        {
            customer = await work.Db.Customers.VisibleTo(by).Include(one => one.Preferences).Include(one => one.Words).FirstOrDefaultAsync(one => one.Id == id, cancel);
            if (customer is null || contact.Details is { IsEmpty: true, Kind: null }) return customer;
            if (contact.Details.Kind is { } said) await KindOfCustomer.Set(work, customer, said, by, cancel);
        }
        else
        {
            if (contact.Details.IsEmpty) return null;
            customer = Customer.New();
            customer.Become(contact.Details.Kind ?? CustomerKind.Person);
            // Who is new has said nothing of how they want to be told: nothing to read.
            var added = work.Db.Add(customer);
            added.Collection(one => one.Preferences).IsLoaded = added.Collection(one => one.Words).IsLoaded = true;
        }

        var was = (customer.Phone, customer.EmailKey, customer.Address);
        customer.Take(contact.Details);
        work.Db.AddRange(customer.Words.Where(word => work.Db.Entry(word).State == EntityState.Detached));
        // Who is new has no letters yet, and nobody under whom they stand.
        if (contact.Customer is null && await SecretDoubles.TakeOver(work, [customer], cancel) is { } until) customer.Mark(until, customer.DeceasedAt);
        else if (contact.Customer is not null && was != (customer.Phone, customer.EmailKey, customer.Address)) await SecretDoubles.Meet(work, outbox, customer, cancel);
        work.Journal.Write(new CustomerChanged(customer.Id), by);
        return customer;
    }
}

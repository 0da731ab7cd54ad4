using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Kernel.Text;
using Loket.Messages;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Contacts;

/// <summary>Whether a customer is a person or a company.</summary>
public enum CustomerKind
{
    /// <summary>A resident, or anybody else of flesh and blood.</summary>
    Person,

    /// <summary>A company or institution.</summary>
    Company,
}

/// <summary>A person or company that reached the municipality and said who they are.</summary>
internal sealed class Customer : IVersioned
{
    /// <summary>In characters.</summary>
    public const int LongestName = 200;

    /// <summary>Somebody who was not known yet.</summary>
    public static Customer New()
    {
        var id = Ids.New<CustomerId>();
        return new Customer { Id = id, Root = id };
    }

    public required CustomerId Id { get; init; }

    public int Version { get; private set; }

    /// <summary>The customer who they proved to be; null for who is nobody else.</summary>
    public CustomerId? MergedInto { get; private set; }

    /// <summary>Who they are in the end: themselves, or the last of those whom they were merged into.</summary>
    public CustomerId Root { get; private set; }

    /// <summary>A person, until somebody says otherwise.</summary>
    public CustomerKind Kind { get; private set; }

    [Personal("answering", "case")]
    public string? Name { get; private set; }

    /// <summary>The name folded for finding and sorting.</summary>
    [Personal("finding", "case")]
    public string? NameFolded { get; private set; }

    /// <summary>In E.164.</summary>
    [Personal("answering", "case")]
    public string? Phone { get; private set; }

    [Personal("answering", "case")]
    public string? Email { get; private set; }

    /// <summary>The address as addresses are compared; see <see cref="NormalisedEmail.Key"/>.</summary>
    [Personal("finding", "case")]
    public string? EmailKey { get; private set; }

    /// <summary>Postal address, in lines.</summary>
    [Personal("answering", "case")]
    public string? Address { get; private set; }

    /// <summary>Until when nobody may learn where they live; see <see cref="WarningMarks"/>.</summary>
    public Instant? AddressSecretUntil { get; private set; }

    /// <summary>Since when it is known that they have died; see <see cref="WarningMarks"/>.</summary>
    public Instant? DeceasedAt { get; private set; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "nl";

    public List<CustomerPreference> Preferences { get; } = [];

    /// <summary>By what they are found.</summary>
    public List<CustomerWord> Words { get; } = [];

    /// <summary>Their national number, where one is kept; read along by few.</summary>
    public CustomerNumber? Number { get; private set; }

    /// <summary>Takes over what is given; what is not given stays. Whether they are a person or a company is said apart: see <see cref="KindOfCustomer"/>.</summary>
    public void Take(CustomerDetails details)
    {
        if (details.Name is { Length: > 0 } name) (Name, NameFolded) = (name, Fold.Of(name));
        Phone = details.Phone ?? Phone;
        if (details.Email is { } email) (Email, EmailKey) = (email, NormalisedEmail.Read(email) is { Succeeded: true } read ? read.Value.Key : null);
        Address = details.Address ?? Address;
        Language = details.Language;
        var words = FindingWords.Of(Name, Address);
        Words.RemoveAll(word => !words.Contains(word.Word));
        Words.AddRange(words.Where(word => !Words.Exists(one => one.Word == word)).Select(word => new CustomerWord { CustomerId = Id, Word = word }));
    }

    /// <summary>What was known was wrong: it is this, and what is not given is not known.</summary>
    public void Rectify(CustomerDetails details)
    {
        (Name, NameFolded, Phone, Email, EmailKey, Address) = (null, null, null, null, null, null);
        Take(details);
    }

    /// <summary>They are a person, or a company.</summary>
    public void Become(CustomerKind kind) => Kind = kind;

    /// <summary>They are another's double from now on, or by themselves again.</summary>
    /// <param name="into">Whose; null for nobody's.</param>
    /// <param name="root">Who that is in the end.</param>
    public void Merge(CustomerId? into, CustomerId root) => (MergedInto, Root) = (into, root);

    /// <summary>Who they are in the end, when somebody of the chain was merged or taken out.</summary>
    public void Follow(CustomerId root) => Root = root;

    /// <summary>Takes over what the warnings on this person come to.</summary>
    public void Mark(Instant? addressSecretUntil, Instant? deceasedAt) => (AddressSecretUntil, DeceasedAt) = (addressSecretUntil, deceasedAt);

    /// <summary>Whether nobody may learn where they live.</summary>
    public bool KeepsAddressSecret(Instant at) => AddressSecretUntil > at;

    /// <summary>What this customer wants for a kind of message, if they ever said so.</summary>
    public CustomerPreference? Preference(MessageKind kind) => Preferences.FirstOrDefault(preference => preference.Kind == kind);

    /// <summary>From now on messages of this kind go by this channel, or wait at this desk.</summary>
    public void Prefer(MessageKind kind, MessageChannel channel, string? desk, Instant at)
    {
        if (Preference(kind) is { } standing) (standing.Channel, standing.Desk, standing.SetAt) = (channel, desk, at);
        else Preferences.Add(new CustomerPreference { CustomerId = Id, Kind = kind, Channel = channel, Desk = desk, SetAt = at });
    }

    /// <summary>Where a channel reaches this customer; null where it can't.</summary>
    public string? AddressFor(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => Email,
        MessageChannel.Sms or MessageChannel.Phone => Phone,
        MessageChannel.Letter => Address,
        _ => null,
    };
}

/// <summary>By which channel a customer wants a kind of message.</summary>
internal sealed class CustomerPreference
{
    public required CustomerId CustomerId { get; init; }

    public required MessageKind Kind { get; init; }

    public required MessageChannel Channel { get; set; }

    /// <summary>Key of the desk at which it waits; only where the channel is a desk.</summary>
    [Personal("telling people", "case")]
    public string? Desk { get; set; }

    /// <summary>When they last said so; a contact after it may have said otherwise.</summary>
    public required Instant SetAt { get; set; }
}

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<CustomerPreference>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
        builder.HasKey(customer => customer.Id);
        builder.Property(customer => customer.Name).HasMaxLength(Customer.LongestName);
        builder.Property(customer => customer.Phone).HasMaxLength(20);
        builder.Property(customer => customer.Email).HasMaxLength(254);
        builder.Property(customer => customer.Language).HasMaxLength(2);
        builder.HasIndex(customer => customer.Phone);
        builder.Property(customer => customer.EmailKey).HasMaxLength(320);
        builder.HasIndex(customer => customer.EmailKey);
        builder.HasIndex(customer => customer.NameFolded);
        builder.HasIndex(customer => customer.Root);
        builder.HasOne<Customer>().WithMany().HasForeignKey(customer => customer.MergedInto);
        builder.HasMany(customer => customer.Preferences).WithOne().HasForeignKey(preference => preference.CustomerId);
        builder.HasMany(customer => customer.Words).WithOne().HasForeignKey(word => word.CustomerId);
    }

    public void Configure(EntityTypeBuilder<CustomerPreference> builder)
    {
        builder.ToTable("customer_preferences");
        builder.HasKey(preference => new { preference.CustomerId, preference.Kind });
        builder.Property(preference => preference.Desk).HasMaxLength(60);
    }
}

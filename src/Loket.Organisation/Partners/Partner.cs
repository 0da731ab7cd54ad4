using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Entry;
using Loket.Storage.Journal;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Partners;

/// <summary>An organisation outside the municipality that takes cases over.</summary>
internal sealed class Partner : IEntry<Partner, PartnerDetails>, IStanding
{
    private readonly List<PartnerPerson> people = [];

    private Partner()
    {
    }

    public PartnerId Id { get; private init; }

    public string Key { get; private set; } = "";

    [NotPersonal("the name of an organisation")]
    public string Name { get; private set; } = "";

    [NotPersonal("the shared address of an organisation")]
    public string Email { get; private set; } = "";

    [NotPersonal("the number of an organisation")]
    public string Phone { get; private set; } = "";

    public NormKind NormKind { get; private set; }

    public int NormAmount { get; private set; }

    public Sharing Sharing { get; private set; }

    public bool PicturesGoAlong { get; private set; }

    public bool IsClosed { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PartnerPerson> People => people;

    public static string UniqueName => nameof(Key);

    public static Result<Partner> Make(PartnerDetails details)
    {
        var partner = new Partner { Id = Ids.New<PartnerId>() };
        return partner.Fill(details) is { } failure ? failure : partner;
    }

    public Result<Done> Change(PartnerDetails details) => Fill(details) is { } failure ? failure : default(Done);

    public IJournalEvent Entered(bool isNew) => isNew ? new PartnerMade(Id, Key, Sharing, PicturesGoAlong) : new PartnerChanged(Id, Key, Sharing, IsClosed, PicturesGoAlong);

    public PartnerCard Card() => new(
        Id, Key, Name, Email, Phone, new Norm(NormKind, NormAmount), Sharing, PicturesGoAlong,
        [.. people.Where(person => !person.IsClosed).OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => person.Card())], IsClosed, Version);

    private Failure? Fill(PartnerDetails details)
    {
        var key = Line.Key(details.Key, nameof(details.Key));
        var name = Line.Required(details.Name, nameof(details.Name), 100);
        var email = Line.Email(details.Email, nameof(details.Email));
        var phone = Line.Phone(details.Phone, nameof(details.Phone));
        var failure = key.Failure ?? name.Failure ?? email.Failure ?? phone.Failure ?? Take(details.People ?? []);
        if (failure is not null) return failure;

        (Key, Name, Email, Phone) = (key.Value, name.Value, email.Value, phone.Value);
        (NormKind, NormAmount) = (details.ResponseNorm.Kind, details.ResponseNorm.Amount);
        (Sharing, PicturesGoAlong, IsClosed) = (details.Sharing, details.PicturesGoAlong, details.IsClosed);
        return null;
    }

    private Failure? Take(IReadOnlyList<PartnerPersonDetails> asked)
    {
        var named = new List<PartnerPerson>();
        foreach (var one in asked)
        {
            var name = Line.Required(one.Name, nameof(PartnerDetails.People), 100);
            var email = Line.Required(one.Email, nameof(PartnerDetails.People), 254);
            if (name.Failure is null && email.Failure is null) email = Line.Email(one.Email, nameof(PartnerDetails.People));
            if ((name.Failure ?? email.Failure) is { } failure) return failure;

            var person = people.Find(known => string.Equals(known.Email, email.Value, StringComparison.OrdinalIgnoreCase));
            if (person is null) people.Add(person = new PartnerPerson(Ids.New<PartnerPersonId>(), Id, email.Value));
            person.IsCalled(name.Value);
            named.Add(person);
        }

        foreach (var person in people) person.ActsForPartner(named.Contains(person));
        return null;
    }
}

/// <summary>Somebody of a partner; kept after leaving because the journal refers to them.</summary>
internal sealed class PartnerPerson(PartnerPersonId id, PartnerId partnerId, string email) : IStanding
{
    public PartnerPersonId Id { get; private init; } = id;

    public PartnerId PartnerId { get; private init; } = partnerId;

    [Personal("working together", "partnership")]
    public string Name { get; private set; } = "";

    [Personal("working together", "partnership")]
    public string Email { get; private init; } = email;

    public bool IsClosed { get; private set; }

    public void IsCalled(string name) => Name = name;

    public void ActsForPartner(bool acts) => IsClosed = !acts;

    public PartnerPersonCard Card() => new(Id, Name, Email);
}

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>, IEntityTypeConfiguration<PartnerPerson>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partners");
        builder.HasKey(partner => partner.Id);
        builder.Property(partner => partner.Key).HasMaxLength(60);
        builder.Property(partner => partner.Name).HasMaxLength(100);
        builder.Property(partner => partner.Email).HasMaxLength(254);
        builder.Property(partner => partner.Phone).HasMaxLength(30);
        builder.HasMany(partner => partner.People).WithOne().HasForeignKey(person => person.PartnerId);
        builder.HasIndex(partner => partner.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PartnerPerson> builder)
    {
        builder.ToTable("partner_people");
        builder.HasKey(person => person.Id);
        builder.Property(person => person.Name).HasMaxLength(100);
        builder.Property(person => person.Email).HasMaxLength(254);
    }
}

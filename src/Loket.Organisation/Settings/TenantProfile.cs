using Loket.Kernel;
using Loket.Organisation.Entry;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Organisation.Settings;

/// <summary>What the municipality is called and how it is reached; one row.</summary>
internal sealed class TenantProfile : ISetting<Profile>, IStanding
{
    public const int OnlyId = 1;

    public int Id { get; private init; } = OnlyId;

    [NotPersonal("the name of a municipality")]
    public string Name { get; private set; } = "";

    public string ReferencePrefix { get; private set; } = "";

    [NotPersonal("the number of a municipality")]
    public string Phone { get; private set; } = "";

    public string Language { get; private set; } = "";

    [NotPersonal("the address of the site")]
    public string BaseAddress { get; private set; } = "";

    [NotPersonal("the address of a municipality")]
    public string Email { get; private set; } = "";

    public int Version { get; private set; } = 1;

    /// <summary>What holds as long as nothing was set.</summary>
    public static Profile Unnamed { get; } = new("Gemeente", "LKT", "", "nl", "http://localhost/");

    public Result<Done> Set(Profile profile)
    {
        var name = Line.Required(profile.Name, nameof(profile.Name), 100);
        var phone = Line.Phone(profile.Phone, nameof(profile.Phone));
        var email = Line.Email(profile.Email, nameof(profile.Email));
        if ((name.Failure ?? phone.Failure ?? email.Failure) is { } failure) return failure;
        if (profile.ReferencePrefix is not { Length: >= 2 and <= 4 } || !profile.ReferencePrefix.All(char.IsAsciiLetterUpper)) return OrganisationFailures.NoPrefix.At(nameof(profile.ReferencePrefix));
        if (profile.Language is not ("nl" or "en")) return OrganisationFailures.Required.At(nameof(profile.Language));
        // Plain http is for one machine and its tests; a certificate in front of it is the operator's.
        var isAddress = Uri.TryCreate(profile.BaseAddress, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        if (!isAddress) return OrganisationFailures.NoWebAddress.At(nameof(profile.BaseAddress));

        (Name, Phone, Email, ReferencePrefix, Language) = (name.Value, phone.Value, email.Value, profile.ReferencePrefix, profile.Language);
        BaseAddress = uri!.AbsoluteUri;
        return default(Done);
    }

    public IJournalEvent WasSet() => new ProfileSet(Profile());

    public Profile Profile() => new(Name, ReferencePrefix, Phone, Language, BaseAddress, Email);
}

internal sealed class TenantProfileConfiguration : IEntityTypeConfiguration<TenantProfile>
{
    public void Configure(EntityTypeBuilder<TenantProfile> builder)
    {
        builder.ToTable("tenant_profile");
        builder.HasKey(profile => profile.Id);
        builder.Property(profile => profile.Id).ValueGeneratedNever();
        builder.Property(profile => profile.Name).HasMaxLength(100);
        builder.Property(profile => profile.ReferencePrefix).HasMaxLength(4);
        builder.Property(profile => profile.Phone).HasMaxLength(30);
        builder.Property(profile => profile.Language).HasMaxLength(2);
        builder.Property(profile => profile.BaseAddress).HasMaxLength(500);
        builder.Property(profile => profile.Email).HasMaxLength(254);
    }
}

using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Passkeys;

/// <summary>With what somebody signs in without a password: a key pair of which the secret half never leaves their telephone, computer or stick (WebAuthn Level 3).</summary>
internal sealed class Passkey : IVersioned
{
    /// <summary>Longest name that its owner gives it.</summary>
    public const int LongestName = 60;

    /// <summary>Longest identity (WebAuthn Level 3, section 4, "credential ID").</summary>
    public const int LongestCredential = 1023;

    private Passkey()
    {
    }

    public PasskeyId Id { get; private init; }

    public StaffId StaffId { get; private init; }

    /// <summary>By which the device and we know it; no two are the same.</summary>
    [Personal("signing in", "employment")]
    public byte[] Credential { get; private init; } = [];

    public byte[] PublicKey { get; private init; } = [];

    /// <summary>How often it was used, as the device counts; zero where it does not count.</summary>
    public long Signs { get; private set; }

    [Personal("knowing one's own passkeys apart", "employment")]
    public string Name { get; private init; } = "";

    public Instant AddedAt { get; private init; }

    public Instant? UsedAt { get; private set; }

    public int Version { get; private set; }

    public static Passkey Made(StaffId staff, NewPasskey made, string name, Instant at) => new()
    {
        Id = Ids.New<PasskeyId>(), StaffId = staff, Credential = made.Credential, PublicKey = made.PublicKey, Signs = made.Signs, Name = name, AddedAt = at,
    };

    /// <summary>It was used; not when its count stands still or runs back, as that of a copy does (section 6.1.1).</summary>
    public bool Use(long signs, Instant at)
    {
        if ((signs > 0 || Signs > 0) && signs <= Signs) return false;
        (Signs, UsedAt) = (signs, at);
        return true;
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.HasKey(passkey => passkey.Id);
        builder.Property(passkey => passkey.Credential).HasMaxLength(Passkey.LongestCredential);
        builder.Property(passkey => passkey.Name).HasMaxLength(Passkey.LongestName);
        builder.HasOne<Staff>().WithMany().HasForeignKey(passkey => passkey.StaffId);
        builder.HasIndex(passkey => passkey.Credential).IsUnique();
        builder.HasIndex(passkey => passkey.StaffId);
    }
}

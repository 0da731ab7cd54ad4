using Loket.Kernel;
using Loket.Organisation.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Providers;

/// <summary>Somebody of the staff as the municipality's provider knows them. It outlives the account: who was closed here doesn't come back as somebody new.</summary>
internal sealed class ProviderLink
{
    /// <summary>Longest subject (OpenID Connect Core 1.0, section 2).</summary>
    public const int LongestSubject = 255;

    /// <summary>Longest issuer.</summary>
    public const int LongestIssuer = 500;

    public required string Issuer { get; init; }

    [Personal("signing in", "employment")]
    public required string Subject { get; init; }

    public required StaffId StaffId { get; set; }

    public required Instant LinkedAt { get; set; }

    /// <summary>Since when the provider gives no role, so that a password opens nothing either; null while it gives one.</summary>
    public Instant? RefusedAt { get; private set; }

    /// <summary>When they last came in through the provider; null since it said that they left. Their own ways in count only while this is recent.</summary>
    public Instant? SeenAt { get; private set; }

    public void Refuse(Instant at) => RefusedAt ??= at;

    public void Admit(Instant at) => (RefusedAt, SeenAt) = (null, at);

    public void Leave() => SeenAt = null;
}

/// <summary>Something of a provider that counts once: that somebody came back from it, that it ended somebody's sessions.</summary>
internal sealed class SpentTicket
{
    /// <summary>Keyed digest.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>How long it is remembered: longer than it could be good for.</summary>
    public required Instant Until { get; init; }
}

internal sealed class ProviderLinkConfiguration : IEntityTypeConfiguration<ProviderLink>, IEntityTypeConfiguration<SpentTicket>
{
    public void Configure(EntityTypeBuilder<ProviderLink> builder)
    {
        builder.ToTable("provider_links");
        builder.HasKey(link => new { link.Issuer, link.Subject });
        builder.Property(link => link.Issuer).HasMaxLength(ProviderLink.LongestIssuer);
        builder.Property(link => link.Subject).HasMaxLength(ProviderLink.LongestSubject);
        builder.HasOne<Staff>().WithMany().HasForeignKey(link => link.StaffId);
        builder.HasIndex(link => link.StaffId);
    }

    public void Configure(EntityTypeBuilder<SpentTicket> builder)
    {
        builder.ToTable("provider_tickets_spent");
        builder.HasKey(ticket => ticket.Hash);
        builder.HasIndex(ticket => ticket.Until);
    }
}

using Loket.Kernel;
using Loket.Organisation.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>How far a signing-in has come.</summary>
internal enum SessionStage
{
    /// <summary>The password was right; the code is still to come.</summary>
    CodeAwaited,

    /// <summary>Signed in.</summary>
    SignedIn,
}

/// <summary>A signing-in on one browser. The browser has the token, the database its digest: who reads the table cannot sign in with it.</summary>
/// <remarks>All moments are machine time: scenarios that move the business clock sign nobody out.</remarks>
internal sealed class Session
{
    /// <summary>How long the code is waited for.</summary>
    public static readonly Duration ForCode = Duration.FromMinutes(10);

    /// <summary>How long somebody may do nothing.</summary>
    public static readonly Duration Idle = Duration.FromHours(2);

    /// <summary>A working day at most, whatever is done.</summary>
    public static readonly Duration Longest = Duration.FromHours(12);

    /// <summary>Seen is written this often at most, so that reading a page seldom writes.</summary>
    public static readonly Duration SeenEvery = Duration.FromMinutes(5);

    /// <summary>By which its owner names it; neither the token nor its digest stands on a page.</summary>
    public required SessionId Id { get; init; }

    public required byte[] Hash { get; init; }

    public required StaffId StaffId { get; init; }

    /// <summary>Which browser, without its version; null when it is none that we know.</summary>
    [Personal("knowing one's own browsers apart", "1 day")]
    public string? Browser { get; init; }

    /// <summary>On which system that browser runs.</summary>
    [Personal("knowing one's own browsers apart", "1 day")]
    public string? Platform { get; init; }

    /// <summary>Keyed digest of the session at the municipality's provider, when it was signed in there: the provider may end it by that.</summary>
    [NotPersonal("a digest")]
    public byte[]? ProviderSession { get; init; }

    public required SessionStage Stage { get; init; }

    public required Instant StartedAt { get; init; }

    /// <summary>When they last showed that it is them; null where the provider does not say, as it let in whoever was signed in there.</summary>
    public Instant? ProvenAt { get; init; }

    public required Instant SeenAt { get; set; }

    public required Instant EndsAt { get; set; }

    public static Session AwaitingCode(Token token, StaffId staff, Instant now) => new()
    {
        Id = Ids.New<SessionId>(), Hash = token.Hash, StaffId = staff, Stage = SessionStage.CodeAwaited, StartedAt = now, SeenAt = now, EndsAt = now + ForCode,
    };

    public static Session SignedIn(Token token, StaffId staff, Browser? browser, Instant now) => SignedIn(token, staff, browser, now, now, null);

    public static Session SignedIn(Token token, StaffId staff, Browser? browser, Instant now, Instant? provenAt, byte[]? providerSession) => new()
    {
        Id = Ids.New<SessionId>(), Hash = token.Hash, StaffId = staff, Stage = SessionStage.SignedIn, StartedAt = now, SeenAt = now, EndsAt = now + Longest,
        Browser = browser?.Name, Platform = browser?.Platform, ProviderSession = providerSession, ProvenAt = provenAt,
    };
}

/// <summary>A browser on which somebody signed in before: wrong tries elsewhere do not make it wait.</summary>
internal sealed class KnownDevice
{
    public required byte[] Hash { get; init; }

    public required StaffId StaffId { get; init; }

    public required Instant UsedAt { get; set; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(session => session.Hash);
        builder.HasOne<Staff>().WithMany().HasForeignKey(session => session.StaffId);
        builder.Property(session => session.Browser).HasMaxLength(Browser.Longest);
        builder.Property(session => session.Platform).HasMaxLength(Browser.Longest);
        builder.HasIndex(session => session.EndsAt);
        builder.HasIndex(session => session.ProviderSession);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices");
        builder.HasKey(device => new { device.StaffId, device.Hash });
        builder.HasIndex(device => device.UsedAt);
        // Whose it is, is asked after, and by who comes back from the provider not at all.
        builder.HasIndex(device => device.Hash);
    }
}

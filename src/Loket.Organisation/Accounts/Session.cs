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

    public required byte[] Hash { get; init; }

    public required StaffId StaffId { get; init; }

    public required SessionStage Stage { get; init; }

    public required Instant StartedAt { get; init; }

    public required Instant SeenAt { get; set; }

    public required Instant EndsAt { get; set; }

    public static Session AwaitingCode(Token token, StaffId staff, Instant now) => new()
    {
        Hash = token.Hash, StaffId = staff, Stage = SessionStage.CodeAwaited, StartedAt = now, SeenAt = now, EndsAt = now + ForCode,
    };

    public static Session SignedIn(Token token, StaffId staff, Instant now) => new()
    {
        Hash = token.Hash, StaffId = staff, Stage = SessionStage.SignedIn, StartedAt = now, SeenAt = now, EndsAt = now + Longest,
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
        builder.HasIndex(session => session.EndsAt);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("known_devices");
        builder.HasKey(device => new { device.StaffId, device.Hash });
        builder.HasIndex(device => device.UsedAt);
    }
}

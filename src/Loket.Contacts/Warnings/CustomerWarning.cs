using Loket.Kernel;
using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Contacts;

/// <summary>What whoever meets a person must know beforehand (row K2).</summary>
public enum WarningKind
{
    /// <summary>Nobody may learn where they live.</summary>
    SecretAddress,

    /// <summary>They threatened or hurt somebody.</summary>
    Aggression,

    /// <summary>Somebody else decides for them: an administrator or guardian of the court.</summary>
    Guardian,

    /// <summary>They have died: nothing is sent to them any more.</summary>
    Deceased,
}

/// <summary>A warning on a person.</summary>
internal sealed class CustomerWarning : HoldsForATime
{
    /// <summary>In characters.</summary>
    public const int LongestGround = 1_000;

    public required WarningId Id { get; init; }

    public required WarningKind Kind { get; init; }

    /// <summary>On what it rests; for the few who place warnings.</summary>
    [Personal("safety and care", "until it ends")]
    public required string Ground { get; init; }

    public required StaffId? PlacedBy { get; init; }

    public required Instant PlacedAt { get; init; }

    /// <summary>The same, on somebody who may be this person.</summary>
    public CustomerWarning For(CustomerId other, Instant at) => new()
    {
        Id = Ids.New<WarningId>(), CustomerId = other, Kind = Kind, Ground = Ground, PlacedBy = PlacedBy, PlacedAt = at, PassesAt = PassesAt,
    };
}

internal sealed class CustomerWarningConfiguration : IEntityTypeConfiguration<CustomerWarning>
{
    public void Configure(EntityTypeBuilder<CustomerWarning> builder)
    {
        builder.ToTable("customer_warnings");
        builder.HasKey(warning => warning.Id);
        builder.Property(warning => warning.Ground).HasMaxLength(CustomerWarning.LongestGround);
        builder.HasOne<Customer>().WithMany().HasForeignKey(warning => warning.CustomerId);
        // Of each kind one stands at a time.
        builder.HasIndex(warning => new { warning.CustomerId, warning.Kind }).IsUnique().HasFilter("ended_at IS NULL");
    }
}

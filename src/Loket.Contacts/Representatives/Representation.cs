using Loket.Kernel;
using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Contacts;

/// <summary>By what right somebody acts for another.</summary>
public enum RepresentationKind
{
    /// <summary>Family, asked by the person themselves.</summary>
    Family,

    /// <summary>Somebody who cares for them: a neighbour, a volunteer.</summary>
    Caregiver,

    /// <summary>Named by the court: administrator, mentor or guardian.</summary>
    Guardian,

    /// <summary>A parent of somebody under age.</summary>
    Parent,

    /// <summary>A lawyer, counsellor or other professional with a mandate.</summary>
    Professional,
}

/// <summary>That one customer acts for another, whose it is.</summary>
internal sealed class Representation : HoldsForATime
{
    /// <summary>In characters.</summary>
    public const int LongestGround = 500;

    public required RepresentationId Id { get; init; }

    /// <summary>Who acts.</summary>
    public required CustomerId RepresentativeId { get; init; }

    public required RepresentationKind Kind { get; init; }

    /// <summary>What was seen of it: a written mandate, a decision of the court.</summary>
    [Personal("acting for another", "until it ends")]
    public required string Ground { get; init; }

    public required StaffId? NamedBy { get; init; }

    public required Instant NamedAt { get; init; }
}

internal sealed class RepresentationConfiguration : IEntityTypeConfiguration<Representation>
{
    public void Configure(EntityTypeBuilder<Representation> builder)
    {
        builder.ToTable("representations", table => table.HasCheckConstraint("ck_representations_of_another", "customer_id <> representative_id"));
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Ground).HasMaxLength(Representation.LongestGround);
        builder.HasOne<Customer>().WithMany().HasForeignKey(one => one.CustomerId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(one => one.RepresentativeId);
        builder.HasIndex(one => new { one.CustomerId, one.RepresentativeId }).IsUnique().HasFilter("ended_at IS NULL");
        builder.HasIndex(one => one.RepresentativeId);
    }
}

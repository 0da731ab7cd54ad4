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

/// <summary>That one customer acts for another. It is not changed: it ends, and another is named.</summary>
internal sealed class Representation
{
    /// <summary>In characters.</summary>
    public const int LongestGround = 500;

    public required RepresentationId Id { get; init; }

    /// <summary>For whom.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>Who acts.</summary>
    public required CustomerId RepresentativeId { get; init; }

    public required RepresentationKind Kind { get; init; }

    /// <summary>What was seen of it: a written mandate, a decision of the court.</summary>
    [Personal("acting for another", "until it ends")]
    public required string Ground { get; init; }

    public required StaffId? NamedBy { get; init; }

    public required Instant NamedAt { get; init; }

    /// <summary>When it no longer counts: the end of its last day; null for what does not pass.</summary>
    public required Instant? PassesAt { get; init; }

    /// <summary>When somebody ended it.</summary>
    public Instant? EndedAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    /// <summary>Whether it counts at a moment.</summary>
    public bool Counts(Instant at) => EndedAt is null && !(PassesAt <= at);

    /// <summary>They no longer act for them.</summary>
    public void End(StaffId? by, Instant at) => (EndedBy, EndedAt) = (by, at);
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

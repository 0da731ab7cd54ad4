using Loket.Kernel;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Places;

/// <summary>A street of one town; follows from the addresses.</summary>
[NotPersonal("a street")]
internal sealed class Street : IStanding
{
    public const int LongestName = 80;

    public required StreetId Id { get; init; }

    public required string Name { get; init; }

    public required string Town { get; init; }

    /// <summary>The name for comparison (<see cref="CompactText"/>).</summary>
    public required string NameKey { get; init; }

    /// <summary>The town for comparison.</summary>
    public required string TownKey { get; init; }

    /// <summary>The smallest area that holds all its addresses.</summary>
    public required string? Area { get; set; }
}

internal sealed class StreetConfiguration : IEntityTypeConfiguration<Street>
{
    public void Configure(EntityTypeBuilder<Street> builder)
    {
        builder.ToTable("streets");
        builder.HasKey(street => street.Id);
        builder.Property(street => street.Name).HasMaxLength(Street.LongestName);
        builder.Property(street => street.Town).HasMaxLength(Street.LongestName);
        builder.Property(street => street.NameKey).HasMaxLength(Street.LongestName);
        builder.Property(street => street.TownKey).HasMaxLength(Street.LongestName);
        builder.Property(street => street.Area).HasMaxLength(Places.Area.LongestKey);
        builder.HasIndex(street => new { street.NameKey, street.TownKey }).IsUnique();
        builder.HasOne<Area>().WithMany().HasForeignKey(street => street.Area).OnDelete(DeleteBehavior.Restrict);
    }
}

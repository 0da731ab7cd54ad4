using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Places;

/// <summary>A street of one town; follows from the addresses.</summary>
[NotPersonal("a street")]
internal sealed class Street
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

/// <summary>What somebody may begin to type for a street: its name from each word on, followed by the town. One index then serves
/// "van der Meul", "meulen" and "dorpsstraat zwan".</summary>
internal sealed class StreetKey
{
    public required string Key { get; init; }

    public required StreetId StreetId { get; init; }
}

internal sealed class StreetConfiguration : IEntityTypeConfiguration<Street>, IEntityTypeConfiguration<StreetKey>
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

    public void Configure(EntityTypeBuilder<StreetKey> builder)
    {
        builder.ToTable("street_keys");
        builder.HasKey(key => new { key.Key, key.StreetId });
        builder.Property(key => key.Key).HasMaxLength(2 * Street.LongestName);
        builder.HasOne<Street>().WithMany().HasForeignKey(key => key.StreetId).OnDelete(DeleteBehavior.Cascade);
    }
}

using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Places;

/// <summary>An address of the municipality's own list.</summary>
[NotPersonal("an address of the public register, without who lives there")]
internal sealed class Address
{
    public required AddressId Id { get; init; }

    public required StreetId StreetId { get; init; }

    /// <summary>1 to 99,999.</summary>
    public required int Number { get; init; }

    /// <summary>One capital letter, or empty.</summary>
    public required string Letter { get; init; }

    /// <summary>One to four letters or digits in capitals, or empty.</summary>
    public required string Addition { get; init; }

    /// <summary>Without a space.</summary>
    public required string Postcode { get; set; }

    /// <summary>Key of the smallest area that holds it.</summary>
    public required string? Area { get; set; }

    public required double? X { get; set; }

    public required double? Y { get; set; }
}

internal sealed class AddressConfiguration : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> builder)
    {
        builder.ToTable("addresses");
        builder.HasKey(address => address.Id);
        builder.Property(address => address.Letter).HasMaxLength(1);
        builder.Property(address => address.Addition).HasMaxLength(4);
        builder.Property(address => address.Postcode).HasMaxLength(6);
        builder.Property(address => address.Area).HasMaxLength(Places.Area.LongestKey);
        builder.HasIndex(address => new { address.StreetId, address.Number, address.Letter, address.Addition }).IsUnique();
        builder.HasIndex(address => new { address.Postcode, address.Number });
        builder.HasOne<Street>().WithMany().HasForeignKey(address => address.StreetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Area>().WithMany().HasForeignKey(address => address.Area).OnDelete(DeleteBehavior.Restrict);
    }
}

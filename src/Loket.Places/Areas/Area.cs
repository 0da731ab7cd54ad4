using Loket.Kernel;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Places;

/// <summary>An area team, a village or a core.</summary>
[NotPersonal("a place, nobody in particular")]
internal sealed class Area : IStanding
{
    public const int LongestKey = 60;
    public const int LongestName = 80;

    public required string Key { get; init; }

    public required string Name { get; set; }

    public required AreaKind Kind { get; set; }

    /// <summary>The area that holds it.</summary>
    public required string? Parent { get; set; }

    public required int? Inhabitants { get; set; }

    public required double? X { get; set; }

    public required double? Y { get; set; }
}

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas");
        builder.HasKey(area => area.Key);
        builder.Property(area => area.Key).HasMaxLength(Area.LongestKey);
        builder.Property(area => area.Name).HasMaxLength(Area.LongestName);
        builder.Property(area => area.Parent).HasMaxLength(Area.LongestKey);
    }
}

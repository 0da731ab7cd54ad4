using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Places;

/// <summary>A thing outside with a number and an owner. Never deleted: cases point at it.</summary>
[NotPersonal("a thing outside")]
internal sealed class Asset : IVersioned
{
    public const int LongestNumber = 40;

    private Asset()
    {
    }

    public AssetId Id { get; private init; }

    public AssetKind Kind { get; private init; }

    /// <summary>As it stands on the object: "118-042".</summary>
    public string Number { get; private set; } = "";

    /// <summary>The number for comparison (<see cref="CompactText"/>): "118042".</summary>
    public string NumberKey { get; private init; } = "";

    public string? Area { get; private set; }

    public string? Street { get; private set; }

    /// <summary>The street for comparison.</summary>
    public string StreetKey { get; private set; } = "";

    public double X { get; private set; }

    public double Y { get; private set; }

    /// <summary><see cref="GridCell.Index"/> of its position.</summary>
    public long Cell { get; private set; }

    /// <summary>Key of the partner that owns it; null where the municipality does.</summary>
    public string? Owner { get; private set; }

    /// <summary>Key of the partner that mends it; null where the municipality or the owner does.</summary>
    public string? Contractor { get; private set; }

    /// <summary>The cable that a lamp post hangs on.</summary>
    public string? Feeder { get; private set; }

    /// <summary>When it was taken away; null while it stands.</summary>
    public Instant? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public static Asset From(AssetId id, AssetRecord record)
    {
        var asset = new Asset { Id = id, Kind = record.Kind, NumberKey = CompactText.Of(record.Number) };
        asset.Update(record);
        return asset;
    }

    /// <summary>Takes over what the owner's administration says now.</summary>
    public void Update(AssetRecord record)
    {
        (Number, Area, Street, StreetKey) = (record.Number, record.Area, record.Street, CompactText.Of(record.Street));
        (X, Y, Cell) = (record.Position.X, record.Position.Y, GridCell.Of(record.Position).Index);
        (Owner, Contractor, Feeder, RetiredAt) = (record.Owner, record.Contractor, record.Feeder, record.RetiredAt);
    }

    /// <summary>It stands there no longer; the first moment counts.</summary>
    public void Retire(Instant at) => RetiredAt ??= at;
}

internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("assets");
        builder.HasKey(asset => asset.Id);
        builder.Property(asset => asset.Number).HasMaxLength(Asset.LongestNumber);
        builder.Property(asset => asset.NumberKey).HasMaxLength(Asset.LongestNumber);
        builder.Property(asset => asset.Area).HasMaxLength(Places.Area.LongestKey);
        builder.Property(asset => asset.Street).HasMaxLength(Places.Street.LongestName);
        builder.Property(asset => asset.StreetKey).HasMaxLength(Places.Street.LongestName);
        builder.Property(asset => asset.Owner).HasMaxLength(60);
        builder.Property(asset => asset.Contractor).HasMaxLength(60);
        builder.Property(asset => asset.Feeder).HasMaxLength(60);
        builder.HasIndex(asset => new { asset.NumberKey, asset.Kind }).IsUnique();
        builder.HasIndex(asset => asset.Cell);
        builder.HasIndex(asset => asset.StreetKey);
        builder.HasOne<Area>().WithMany().HasForeignKey(asset => asset.Area).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loket.Storage.Standing;

/// <summary>When anything that stands was last changed: another number at each change; one row.</summary>
internal sealed class StandingStamp
{
    public const int OnlyId = 1;

    public const string Read = "SELECT value FROM standing_stamp";

    public int Id { get; private init; } = OnlyId;

    public long Value { get; private init; }
}

internal sealed class StandingStampConfiguration : IEntityTypeConfiguration<StandingStamp>
{
    public void Configure(EntityTypeBuilder<StandingStamp> builder)
    {
        builder.ToTable("standing_stamp");
        builder.HasKey(stamp => stamp.Id);
        builder.Property(stamp => stamp.Id).ValueGeneratedNever();
        builder.HasData(new StandingStamp());
    }
}

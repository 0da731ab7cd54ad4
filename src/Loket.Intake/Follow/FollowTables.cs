using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Intake.Follow;

/// <summary>A code for one use that was sent; one per reference, a newer one takes its place.</summary>
internal sealed class FollowCode
{
    /// <summary>Keyed digest of the reference.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Salted hash of the code.</summary>
    public required string CodeHash { get; set; }

    public required Instant Until { get; set; }
}

/// <summary>How often something was tried, per reference and per client.</summary>
internal sealed class FollowTry
{
    /// <summary>Keyed digest of what is counted.</summary>
    public required byte[] Key { get; init; }

    public int Tries { get; set; }

    public required Instant LastAt { get; set; }

    /// <summary>Not again before.</summary>
    public Instant? WaitUntil { get; set; }
}

internal sealed class FollowConfiguration : IEntityTypeConfiguration<FollowCode>, IEntityTypeConfiguration<FollowTry>
{
    public void Configure(EntityTypeBuilder<FollowCode> builder)
    {
        builder.ToTable("follow_codes");
        builder.HasKey(code => code.Key);
        builder.HasIndex(code => code.Until);
    }

    public void Configure(EntityTypeBuilder<FollowTry> builder)
    {
        builder.ToTable("follow_tries");
        builder.HasKey(one => one.Key);
        builder.HasIndex(one => one.LastAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Where a signing-in comes from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">What the browser carries since it signed in before; null when it never did.</param>
/// <param name="Browser">Which browser it is; null when it doesn't say.</param>
/// <param name="Session">The token of the session that it carries now; null when it carries none.</param>
public sealed record SignInClient(string Address, string? Device, Browser? Browser = null, string? Session = null);

/// <summary>Wrong tries counted together, and until when the next one must wait.</summary>
internal sealed class BackOff
{
    /// <summary>Keyed digest of what is counted; addresses are not kept.</summary>
    public required byte[] Key { get; init; }

    public int Tries { get; set; }

    public required Instant LastAt { get; set; }

    public Instant Until { get; set; }
}

internal sealed class BackOffConfiguration : IEntityTypeConfiguration<BackOff>
{
    public void Configure(EntityTypeBuilder<BackOff> builder)
    {
        builder.ToTable("sign_in_back_offs");
        builder.HasKey(one => one.Key);
        builder.HasIndex(one => one.LastAt);
    }
}

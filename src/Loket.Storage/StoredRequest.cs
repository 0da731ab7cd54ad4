using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Storage;

/// <summary>A wish that was carried out, with its result, so that its repeat gives the same answer.</summary>
internal sealed class StoredRequest
{
    public required string Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>Digest of what was asked; the same key with another question is refused.</summary>
    public required byte[] Hash { get; init; }

    public required string Result { get; init; }

    public required Instant At { get; init; }
}

internal sealed class StoredRequestConfiguration : IEntityTypeConfiguration<StoredRequest>
{
    public void Configure(EntityTypeBuilder<StoredRequest> builder)
    {
        builder.ToTable("requests");
        builder.HasKey(request => new { request.Scope, request.Key });
        builder.Property(request => request.Scope).HasMaxLength(80);
        builder.Property(request => request.Key).HasMaxLength(100);
        builder.HasIndex(request => request.At);
    }
}

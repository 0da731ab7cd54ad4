using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Documents;

/// <summary>A file that belongs to something: a matter, a case, an article. Never to a contact: its matters may be for different eyes.</summary>
internal sealed class Document
{
    public required DocumentId Id { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>From 1 within its subject; what its address is made of.</summary>
    public required int Number { get; init; }

    [Personal("answering", "case")]
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of its content, hexadecimal; where it is kept.</summary>
    public required string Hash { get; init; }

    public required string? ThumbnailHash { get; init; }

    public required DocumentConfidentiality Confidentiality { get; init; }

    public required WhoKind ByKind { get; init; }

    public required Guid? ById { get; init; }

    public required Instant At { get; init; }
}

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.HasKey(document => document.Id);
        builder.Property(document => document.Name).HasMaxLength(200);
        builder.Property(document => document.Hash).HasMaxLength(64);
        builder.Property(document => document.ThumbnailHash).HasMaxLength(64);
        builder.HasIndex(document => new { document.SubjectId, document.Number }).IsUnique();
        // The sweep asks for both.
        builder.HasIndex(document => document.Hash);
        builder.HasIndex(document => document.ThumbnailHash);
    }
}

internal static class DocumentsDb
{
    extension(LoketDb db)
    {
        internal DbSet<Document> Documents => db.Set<Document>();
    }
}

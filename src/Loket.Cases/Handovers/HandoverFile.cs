using Loket.Documents;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>A file that went along with a handover: to the partner, or from it.</summary>
internal sealed class HandoverFile
{
    public required HandoverId HandoverId { get; init; }

    /// <summary>From 1 within its handover; what its address is made of.</summary>
    public required int Number { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>Whether the partner sent it.</summary>
    public required bool FromPartner { get; init; }

    public required Instant At { get; init; }
}

internal sealed class HandoverFileConfiguration : IEntityTypeConfiguration<HandoverFile>
{
    public void Configure(EntityTypeBuilder<HandoverFile> builder)
    {
        builder.ToTable("handover_files");
        builder.HasKey(one => new { one.HandoverId, one.Number });
        builder.HasOne<Handover>().WithMany().HasForeignKey(one => one.HandoverId);
        // A file goes along with a handover once.
        builder.HasIndex(one => new { one.HandoverId, one.DocumentId }).IsUnique();
    }
}

internal static class HandoverFilesDb
{
    extension(LoketDb db)
    {
        internal DbSet<HandoverFile> HandoverFiles => db.Set<HandoverFile>();
    }
}

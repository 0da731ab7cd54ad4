using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Types;

/// <summary>A kind of case as it went live at a moment. It never changes (a trigger): cases keep the version under which they were opened.</summary>
internal sealed class CaseTypeVersion : IStanding
{
    public required string Type { get; init; }

    /// <summary>From 1, in the order in which they went live.</summary>
    public required int Number { get; init; }

    public required CaseTypeDetails Details { get; init; }

    public required Instant LiveAt { get; init; }
}

/// <summary>A kind of case as it is worked on; it counts for no case until it goes live. There is always one, as a rule the same as what is live.</summary>
internal sealed class CaseTypeDraft : IVersioned
{
    public required string Type { get; init; }

    public int Version { get; private set; }

    public required CaseTypeDetails Details { get; set; }
}

internal sealed class CaseTypeVersionConfiguration : IEntityTypeConfiguration<CaseTypeVersion>, IEntityTypeConfiguration<CaseTypeDraft>
{
    public void Configure(EntityTypeBuilder<CaseTypeVersion> builder)
    {
        builder.ToTable("case_type_versions");
        builder.HasKey(version => new { version.Type, version.Number });
        builder.Property(version => version.Type).HasMaxLength(60);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Details).HasConversion<CaseTypeDetailsConverter, CaseTypeDetailsComparer>();
    }

    public void Configure(EntityTypeBuilder<CaseTypeDraft> builder)
    {
        builder.ToTable("case_type_drafts");
        builder.HasKey(draft => draft.Type);
        builder.Property(draft => draft.Type).HasMaxLength(60);
        builder.Property(draft => draft.Details).HasConversion<CaseTypeDetailsConverter, CaseTypeDetailsComparer>();
    }
}

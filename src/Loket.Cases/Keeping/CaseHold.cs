using Loket.Kernel;
using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Somebody keeps a case from being destroyed until a day: an objection runs, a court asks for it.</summary>
internal sealed class CaseHold
{
    /// <summary>In characters.</summary>
    public const int LongestReason = 500;

    public required CaseId CaseId { get; init; }

    [Personal("accountability", "until it ends")]
    public required string Reason { get; set; }

    public required StaffId By { get; set; }

    public required Instant At { get; set; }

    /// <summary>The last day on which it holds.</summary>
    public required LocalDate Until { get; set; }
}

internal sealed class CaseHoldConfiguration : IEntityTypeConfiguration<CaseHold>
{
    public void Configure(EntityTypeBuilder<CaseHold> builder)
    {
        builder.ToTable("case_holds");
        builder.HasKey(hold => hold.CaseId);
        builder.Property(hold => hold.Reason).HasMaxLength(CaseHold.LongestReason);
        builder.HasOne<Case>().WithMany().HasForeignKey(hold => hold.CaseId);
        builder.HasIndex(hold => hold.Until);
    }
}

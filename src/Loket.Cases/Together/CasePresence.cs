using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Together;

/// <summary>What somebody does with a case that they have before them.</summary>
public enum CaseDoing
{
    /// <summary>They read it.</summary>
    Reading,

    /// <summary>They write an answer.</summary>
    Answering,
}

/// <summary>Somebody has a case before them. Two minutes after they were last seen it says nothing; the next sign of anybody removes it, and an hourly job: no journal, no history.</summary>
internal sealed class CasePresence
{
    public required CaseId CaseId { get; init; }

    public required StaffId StaffId { get; init; }

    public required CaseDoing Doing { get; set; }

    /// <summary>By the machine's clock, as leases are.</summary>
    public required Instant SeenAt { get; set; }
}

internal sealed class CasePresenceConfiguration : IEntityTypeConfiguration<CasePresence>
{
    public const string Table = "case_presences";

    public void Configure(EntityTypeBuilder<CasePresence> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(one => new { one.CaseId, one.StaffId });
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        builder.HasIndex(one => one.SeenAt);
    }
}

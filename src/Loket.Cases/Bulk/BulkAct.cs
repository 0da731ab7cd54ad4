using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>What was done to several cases at once.</summary>
public enum BulkKind
{
    /// <summary>Taken by who did it.</summary>
    Take,

    /// <summary>Given to a team or a colleague.</summary>
    Assign,

    /// <summary>Spread over the people of a team.</summary>
    Spread,

    /// <summary>Given back to the team.</summary>
    HandBack,

    /// <summary>Put to sleep until a day.</summary>
    Snooze,

    /// <summary>Woken before that day.</summary>
    Wake,
}

/// <summary>Something that somebody did to several cases at once, with how each stood before, so that it can be undone; kept for a day.</summary>
internal sealed class BulkAct
{
    public required BulkActId Id { get; init; }

    public required BulkKind Kind { get; init; }

    public required StaffId By { get; init; }

    public required Instant At { get; init; }

    public Instant? UndoneAt { get; private set; }

    public List<BulkActCase> Cases { get; } = [];

    public void Undo(Instant at) => UndoneAt = at;
}

/// <summary>One of the cases, as it stood before, and its version right after.</summary>
internal sealed class BulkActCase
{
    public required BulkActId Act { get; init; }

    public required CaseId CaseId { get; init; }

    public int VersionAfter { get; private set; }

    public required TeamId? Team { get; init; }

    public required Instant? TeamSince { get; init; }

    public required StaffId? Handler { get; init; }

    public required Instant? GivenAt { get; init; }

    public required TriageReason? TriageReason { get; init; }

    public required CaseStatus Status { get; init; }

    public required Instant? SnoozedUntil { get; init; }

    [Personal("handling", "1 day")]
    public required string? SnoozeReason { get; init; }

    public static BulkActCase Of(BulkActId act, Case found)
    {
        var stand = found.StandsNow();
        return new BulkActCase
        {
            Act = act, CaseId = found.Id, Team = stand.Team, TeamSince = stand.TeamSince, Handler = stand.Handler, GivenAt = stand.GivenAt, TriageReason = stand.TriageReason,
            Status = stand.Status, SnoozedUntil = stand.SnoozedUntil, SnoozeReason = stand.SnoozeReason,
        };
    }

    /// <summary>What was done is saved; another version later is another's work.</summary>
    public void Saved(Case found) => VersionAfter = found.Version;

    public CaseStand StoodSo() => new(Team, TeamSince, Handler, GivenAt, TriageReason, Status, SnoozedUntil, SnoozeReason);
}

internal sealed class BulkActConfiguration : IEntityTypeConfiguration<BulkAct>, IEntityTypeConfiguration<BulkActCase>
{
    public void Configure(EntityTypeBuilder<BulkAct> builder)
    {
        builder.ToTable("bulk_acts");
        builder.HasKey(act => act.Id);
        builder.HasMany(act => act.Cases).WithOne().HasForeignKey(one => one.Act);
        builder.HasIndex(act => act.At);
    }

    public void Configure(EntityTypeBuilder<BulkActCase> builder)
    {
        builder.ToTable("bulk_act_cases");
        builder.HasKey(one => new { one.Act, one.CaseId });
        builder.Property(one => one.SnoozeReason).HasMaxLength(SnoozeCases.LongestReason);
        builder.HasOne<Case>().WithMany().HasForeignKey(one => one.CaseId);
        builder.HasIndex(one => one.CaseId);
    }
}

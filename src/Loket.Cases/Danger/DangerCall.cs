using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Danger;

/// <summary>The calling of whoever is on duty about a danger that cannot wait for office hours (row A14), until somebody acknowledges.</summary>
internal sealed class DangerCall : IVersioned
{
    public required CaseId CaseId { get; init; }

    public int Version { get; private set; }

    /// <summary>How many people were called, the same one again included.</summary>
    public int Turn { get; private set; }

    public Instant? AcknowledgedAt { get; private set; }

    public StaffId? AcknowledgedBy { get; private set; }

    public void Next() => Turn++;

    /// <summary>There is danger again: who was on it before does not count.</summary>
    public void StartAnew() => (Turn, AcknowledgedAt, AcknowledgedBy) = (0, null, null);

    public bool Acknowledge(StaffId by, Instant at)
    {
        if (AcknowledgedAt is not null) return false;
        (AcknowledgedBy, AcknowledgedAt) = (by, at);
        return true;
    }
}

internal sealed class DangerCallConfiguration : IEntityTypeConfiguration<DangerCall>
{
    public void Configure(EntityTypeBuilder<DangerCall> builder)
    {
        builder.ToTable("danger_calls");
        builder.HasKey(call => call.CaseId);
        builder.HasOne<Case>().WithOne().HasForeignKey<DangerCall>(call => call.CaseId);
    }
}

/// <summary>A case that stands turned out to be dangerous: a repeat or an employee says so, its subject is, or it is opened again.</summary>
[JournalEvent("case.danger-found", Audience.Staff)]
public sealed record DangerFound(CaseId Case, [property: Personal("handling", "case")] string? Reason = null) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The danger was a false alarm.</summary>
[JournalEvent("case.danger-lifted", Audience.Staff)]
public sealed record DangerLifted(CaseId Case, [property: Personal("handling", "case")] string? Reason) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody on duty was called about danger; null where there was nobody to call.</summary>
[JournalEvent("case.danger-called", Audience.Staff)]
public sealed record DangerCalled(CaseId Case, StaffId? Called, int Turn) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Somebody said that they are on it, or took the case.</summary>
[JournalEvent("case.danger-acknowledged", Audience.Staff)]
public sealed record DangerAcknowledged(CaseId Case, StaffId By) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

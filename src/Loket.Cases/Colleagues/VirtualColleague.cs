using Loket.Kernel;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>How far a virtual colleague is.</summary>
public enum ColleagueState
{
    /// <summary>It was changed since it was last tried; it does nothing.</summary>
    Draft,

    /// <summary>It was tried as it stands; it does nothing.</summary>
    Tried,

    /// <summary>It works.</summary>
    On,

    /// <summary>It stopped by itself.</summary>
    Stopped,
}

/// <summary>A rule that does a part of the work by itself: when something happens or a time has come, if a case is so, then it does this.</summary>
internal sealed class VirtualColleague : IVersioned, IStanding
{
    public required VirtualColleagueId Id { get; init; }

    public int Version { get; private set; }

    public required ColleagueDetails Details { get; set; }

    public ColleagueState State { get; private set; }

    /// <summary>When it was last tried as it stands; null for never.</summary>
    public Instant? TriedAt { get; private set; }

    /// <summary>At how many cases it looked then.</summary>
    public int LookedAt { get; private set; }

    /// <summary>With how many of them it would have done something; one more than what is counted exactly stands for more.</summary>
    public int Fits { get; private set; }

    /// <summary>Since when it works; null while it does not.</summary>
    public Instant? OnSince { get; private set; }

    /// <summary>Code of the failure for which it stopped by itself; null where it did not.</summary>
    public string? StoppedBy { get; private set; }

    /// <summary>It is another from now on: what was tried says nothing of it, and it does nothing before it was tried.</summary>
    public void Change(ColleagueDetails details)
    {
        Details = details;
        (State, TriedAt, LookedAt, Fits, OnSince, StoppedBy) = (ColleagueState.Draft, null, 0, 0, null, null);
    }

    public void Try(int lookedAt, int fits, Instant at)
    {
        (TriedAt, LookedAt, Fits) = (at, lookedAt, fits);
        if (State == ColleagueState.Draft) State = ColleagueState.Tried;
    }

    public void SwitchOn(Instant at) => (State, OnSince, StoppedBy) = (ColleagueState.On, at, null);

    public void SwitchOff() => (State, OnSince, StoppedBy) = (ColleagueState.Tried, null, null);

    public void Stop(Failure failure) => (State, OnSince, StoppedBy) = (ColleagueState.Stopped, null, failure.Code);

    public ColleagueCard Card() => new(Id, Details, State, TriedAt, LookedAt, Fits, OnSince, StoppedBy, Version);
}

/// <summary>How a virtual colleague ended with a case.</summary>
internal enum ColleagueOutcome
{
    /// <summary>It is busy with it.</summary>
    Started,

    /// <summary>All was done.</summary>
    Done,

    /// <summary>Something could not be done.</summary>
    Failed,
}

/// <summary>A virtual colleague took up one case for one occasion, and so never again for that.</summary>
internal sealed class ColleagueRun
{
    public required VirtualColleagueId Colleague { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The entry of the journal that set it off, or the time that had come.</summary>
    public required string Occasion { get; init; }

    public required Instant At { get; init; }

    /// <summary>What it does, with spaces between: what was begun is ended, also where the case is another by then.</summary>
    public required string Acts { get; init; }

    public ColleagueOutcome Outcome { get; private set; }

    public void End(bool isDone) => Outcome = isDone ? ColleagueOutcome.Done : ColleagueOutcome.Failed;
}

internal sealed class VirtualColleagueConfiguration : IEntityTypeConfiguration<VirtualColleague>, IEntityTypeConfiguration<ColleagueRun>
{
    public void Configure(EntityTypeBuilder<VirtualColleague> builder)
    {
        builder.ToTable("virtual_colleagues", table =>
        {
            // What was never tried as it stands does not work.
            table.HasCheckConstraint("ck_virtual_colleagues_tried", "state = 'Draft' OR tried_at IS NOT NULL");
            table.HasCheckConstraint("ck_virtual_colleagues_on", "(state = 'On') = (on_since IS NOT NULL)");
        });
        builder.HasKey(one => one.Id);
        builder.Property(one => one.Details).HasConversion<ColleagueDetailsConverter, ColleagueDetailsComparer>();
        builder.Property(one => one.StoppedBy).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<ColleagueRun> builder)
    {
        builder.ToTable("colleague_runs");
        builder.HasKey(run => new { run.Colleague, run.CaseId, run.Occasion });
        builder.Property(run => run.Occasion).HasMaxLength(40);
        builder.Property(run => run.Acts).HasMaxLength(200);
        builder.HasOne<VirtualColleague>().WithMany().HasForeignKey(run => run.Colleague);
        builder.HasOne<Case>().WithMany().HasForeignKey(run => run.CaseId);
        // How many in the last hour.
        builder.HasIndex(run => new { run.Colleague, run.At });
    }
}

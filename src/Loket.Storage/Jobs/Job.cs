using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Storage.Jobs;

/// <summary>Identifies a job.</summary>
public readonly record struct JobId(Guid Value) : IId<JobId>
{
    /// <inheritdoc />
    public static JobId From(Guid value) => new(value);
}

/// <summary>How a job stands.</summary>
public enum JobState
{
    /// <summary>To be done, or being done by the owner of its lease.</summary>
    Open,

    /// <summary>Failed too often; waits for a person.</summary>
    Dead,
}

/// <summary>Something to do after a commit: outbox, timer and schedule are all this one table. Done jobs are removed.</summary>
internal sealed class Job
{
    public required JobId Id { get; init; }

    /// <summary>Which handler.</summary>
    public required string Kind { get; init; }

    /// <summary>Its payload as JSON: references, no personal values.</summary>
    [NotPersonal("references")]
    public required string Payload { get; init; }

    /// <summary>Unique among open jobs where given: the same job is not queued twice.</summary>
    public string? Once { get; init; }

    /// <summary>Not before this moment of the business clock.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>Not before this moment of the machine: back-off after a failure, or the end of a lease.</summary>
    public Instant ReadyAt { get; set; } = Instant.FromUnixTimeTicks(0);

    public JobState State { get; set; }

    /// <summary>Who claimed it; with <see cref="Attempt"/> the fence against one who comes back too late.</summary>
    public Guid? Owner { get; set; }

    public int Attempt { get; set; }

    [NotPersonal("what the program says of itself")]
    public string? LastError { get; set; }

    /// <summary>Tried again at once, with all its attempts before it.</summary>
    public void TryAgain() => (State, Attempt, ReadyAt, LastError) = (JobState.Open, 0, Instant.FromUnixTimeTicks(0), null);
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Kind).HasMaxLength(80);
        builder.Property(job => job.Once).HasMaxLength(200);
        builder.HasIndex(job => job.Once).IsUnique();
        builder.HasIndex(job => new { job.State, job.DueAt });
        // Few are claimed at a time; so those of a process that is gone are found without reading all timers.
        builder.HasIndex(job => job.Owner).HasFilter("owner IS NOT NULL");
    }
}

using Loket.Cases.Norms;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Loket.Cases.Tasks;

/// <summary>How a task stands.</summary>
public enum TaskState
{
    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not needed this time, for a reason.</summary>
    Skipped,
}

/// <summary>Something that has to be done in a case: by the type of the case, or because a virtual colleague asked for it.</summary>
internal sealed class CaseTask : IVersioned
{
    private const string OfColleague = "colleague:";

    public required CaseTaskId Id { get; init; }

    public int Version { get; private set; }

    public required CaseId CaseId { get; init; }

    /// <summary>Key of what it is, among the tasks of the type, or of the virtual colleague that asked for it; a case has each once.</summary>
    public required string Key { get; init; }

    public required string Nl { get; init; }

    public required string En { get; init; }

    /// <summary>The team that does it. Without team, person and partner it is the handler's.</summary>
    public TeamId? Team { get; set; }

    /// <summary>The colleague who does it.</summary>
    public StaffId? Staff { get; set; }

    public PartnerId? Partner { get; init; }

    public bool IsQuestion { get; init; }

    public bool BeforeClosing { get; init; }

    /// <summary>Key of the result with which alone the case waits for it; null for all.</summary>
    public string? ForResult { get; init; }

    public required Instant MadeAt { get; init; }

    public required NormKind NormKind { get; init; }

    public required int NormAmount { get; init; }

    public Norm Norm => new(NormKind, NormAmount);

    /// <summary>From when its norm is counted: when it was made, or the case last opened again.</summary>
    public Instant CountedFrom { get; private set; }

    public Instant DueAt { get; private set; }

    /// <summary>The last step before or after its date that somebody was told.</summary>
    public EscalationStep LastStep { get; private set; }

    public TaskState State { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>The answer, where it asked for one.</summary>
    public bool? Answer { get; private set; }

    [Personal("handling", "case")]
    public string? Reason { get; private set; }

    /// <summary>The key of what a virtual colleague asks for; no task of a type has a colon in it.</summary>
    public static string KeyOf(VirtualColleagueId id) => OfColleague + id.Value.ToString("N");

    /// <summary>Whether it counts in a case of a type with these tasks. What became another kind has the tasks of that; what a virtual colleague asked for stays.</summary>
    public bool IsOf(IReadOnlyList<TaskType> tasks) => IsOf(Key, tasks);

    /// <inheritdoc cref="IsOf(IReadOnlyList{TaskType})" />
    public static bool IsOf(string key, IReadOnlyList<TaskType> tasks) => key.StartsWith(OfColleague, StringComparison.Ordinal) || tasks.Any(task => task.Key == key);

    /// <summary>Its norm is counted from a moment; what was told of an earlier date is forgotten.</summary>
    public void Count(Instant from, Instant due) => (CountedFrom, DueAt, LastStep) = (from, due, EscalationStep.None);

    /// <summary>Who was to do it is not there: it is the team's that has the case, else the handler's.</summary>
    public void HandBack(TeamId? team) => (Team, Staff) = (Team ?? team, null);

    /// <summary>A step of its date was told.</summary>
    public void Tell(EscalationStep step) => LastStep = step;

    /// <summary>It was done.</summary>
    public Failure? Finish(bool? answer, Instant at)
    {
        if (State != TaskState.Open) return TaskFailures.Ended;
        if (IsQuestion && answer is null) return TaskFailures.AnswerMissing;
        (State, EndedAt, Answer) = (TaskState.Done, at, IsQuestion ? answer : null);
        return null;
    }

    /// <summary>It is not needed.</summary>
    public Failure? Skip(string reason, Instant at)
    {
        if (State != TaskState.Open) return TaskFailures.Ended;
        (State, EndedAt, Reason) = (TaskState.Skipped, at, reason);
        return null;
    }
}

internal sealed class CaseTaskConfiguration : IEntityTypeConfiguration<CaseTask>
{
    public void Configure(EntityTypeBuilder<CaseTask> builder)
    {
        builder.ToTable("case_tasks", table =>
        {
            table.HasCheckConstraint("ck_case_tasks_ended", "(state = 'Open') = (ended_at IS NULL)");
            table.HasCheckConstraint("ck_case_tasks_skipped", "state <> 'Skipped' OR reason IS NOT NULL");
        });
        builder.HasKey(task => task.Id);
        builder.Property(task => task.Key).HasMaxLength(60);
        builder.Property(task => task.ForResult).HasMaxLength(60);
        builder.HasOne<Case>().WithMany().HasForeignKey(task => task.CaseId);
        builder.HasIndex(task => new { task.CaseId, task.Key }).IsUnique();
        builder.HasIndex(task => new { task.Team, task.DueAt, task.Id }).HasFilter("state = 'Open'");
        builder.HasIndex(task => new { task.Staff, task.DueAt, task.Id }).HasFilter("state = 'Open'");
    }
}

using Loket.Cases.Norms;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Tasks;

/// <summary>A case got a task, by its type; without team, person and partner it is the handler's.</summary>
[JournalEvent("case.task-made", Audience.Staff)]
public sealed record CaseTaskMade(CaseId Case, CaseTaskId Task, string Nl, string En, TeamId? Team, StaffId? Staff, PartnerId? Partner, Instant DueAt) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Who was to do a task is not there: it is that team's now; without a team it is the handler's.</summary>
[JournalEvent("case.task-handed-back", Audience.Staff)]
public sealed record CaseTaskHandedBack(CaseId Case, CaseTaskId Task, string Nl, string En, StaffId Staff, TeamId? Team) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A task was done; with the answer, where it asked for one.</summary>
[JournalEvent("case.task-done", Audience.Staff)]
public sealed record CaseTaskDone(CaseId Case, CaseTaskId Task, string Nl, string En, bool? Answer) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A task was skipped, for a reason.</summary>
[JournalEvent("case.task-skipped", Audience.Staff)]
public sealed record CaseTaskSkipped(CaseId Case, CaseTaskId Task, string Nl, string En, [property: Personal("handling", "case")] string? Reason) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>The date of a task comes near or has passed. Without somebody the team is told.</summary>
[JournalEvent("case.task-escalated", Audience.Staff)]
public sealed record CaseTaskEscalated(CaseId Case, CaseTaskId Task, string Nl, string En, EscalationStep Step, StaffId? Told, TeamId? Team, Instant DueAt) : IWakesCase
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

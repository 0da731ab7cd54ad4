using Loket.Organisation;
using Loket.Storage.Journal;

namespace Loket.Cases.Colleagues;

/// <summary>A virtual colleague was made or changed; until it was tried it does nothing.</summary>
[JournalEvent("colleague.saved", Audience.Staff)]
public sealed record ColleagueSaved(VirtualColleagueId Colleague, bool Made, ColleagueDetails Details) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Colleague.Value];
}

/// <summary>A virtual colleague was tried on what happened in the last month.</summary>
[JournalEvent("colleague.tried", Audience.Staff)]
public sealed record ColleagueTried(VirtualColleagueId Colleague, int LookedAt, int Fits) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Colleague.Value];
}

/// <summary>A virtual colleague was switched on or off.</summary>
[JournalEvent("colleague.switched", Audience.Staff)]
public sealed record ColleagueSwitched(VirtualColleagueId Colleague, bool On) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Colleague.Value];
}

/// <summary>A virtual colleague stopped by itself: it came to its limit, or what it needs is gone; with the code of why.</summary>
[JournalEvent("colleague.stopped", Audience.Staff)]
public sealed record ColleagueStopped(VirtualColleagueId Colleague, string Why) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Colleague.Value];
}

/// <summary>A virtual colleague could not do something with a case; with the code of why.</summary>
[JournalEvent("case.colleague-failed", Audience.Staff)]
public sealed record ColleagueFailed(CaseId Case, VirtualColleagueId Colleague, ColleagueAct Act, string Why) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Who asked is told that their message has arrived and who has it.</summary>
[JournalEvent("case.acknowledged", Audience.Everyone)]
public sealed record CaseAcknowledged(CaseId Case) : ITellsParticipants
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>Who has a case was reminded of it; without anybody the team.</summary>
[JournalEvent("case.reminded", Audience.Staff)]
public sealed record CaseReminded(CaseId Case, StaffId? Told, TeamId? Team) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

/// <summary>A case was posted in the chat of a team.</summary>
[JournalEvent("case.posted", Audience.Staff)]
public sealed record CasePosted(CaseId Case, TeamId Team) : ICaseEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Case.Value];
}

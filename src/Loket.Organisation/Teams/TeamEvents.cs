using Loket.Storage.Journal;

namespace Loket.Organisation.Teams;

/// <summary>A team was made.</summary>
[JournalEvent("organisation.team-made", Audience.Staff)]
public sealed record TeamMade(TeamId Team, string Key, IReadOnlyList<string> Groups) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Team.Value];
}

/// <summary>A team, or what it may see, was changed.</summary>
[JournalEvent("organisation.team-changed", Audience.Staff)]
public sealed record TeamChanged(TeamId Team, string Key, IReadOnlyList<string> Groups) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Team.Value];
}

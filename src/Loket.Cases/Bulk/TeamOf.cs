using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Teams;

namespace Loket.Cases.Bulk;

/// <summary>For which team somebody has a case.</summary>
internal static class TeamOf
{
    /// <summary>The team that has it where the person is of that team, else the first of theirs by name; only one that may know of it, so null for who may not.</summary>
    public static TeamId? Person(StaffCard person, TeamId? has, string? group, IReadOnlyList<TeamCard> teams) =>
        teams.Where(team => person.Teams.Contains(team.Id) && team.MayKnowOf(group)).OrderByDescending(team => team.Id == has).FirstOrDefault()?.Id;
}

using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Teams;

/// <summary>One team in the list.</summary>
/// <param name="Card">The team.</param>
/// <param name="Lead">Who leads it.</param>
/// <param name="Members">How many belong to it.</param>
/// <param name="Present">How many of them did not say that they are away.</param>
public sealed record TeamRow(TeamCard Card, string? Lead, int Members, int Present);

/// <summary>The teams; who leads one sees that one.</summary>
[Right(Right.Configure, Right.LeadTeam)]
public sealed class IndexModel(TeamDirectory teams, StaffDirectory staff) : StaffPage
{
    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The teams, by name.</summary>
    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    /// <summary>Whether the reader sets teams up.</summary>
    public bool MayConfigure => Actor.May(Right.Configure);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var people = await staff.All(null, cancel);
        Teams =
        [
            .. from team in await teams.All(cancel)
               where MayConfigure || Actor.Teams.Contains(team.Id)
               let members = people.Where(person => person.Teams.Contains(team.Id)).ToList()
               select new TeamRow(team, people.FirstOrDefault(person => person.Id == team.Lead)?.Name, members.Count, members.Count(one => one.Presence != Presence.Away)),
        ];
    }
}

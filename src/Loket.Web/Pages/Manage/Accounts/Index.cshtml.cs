using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>Everybody who works here, or those whom a few words find.</summary>
[Right(Right.ManageAccounts)]
public sealed class IndexModel(StaffDirectory staff, TeamDirectory teams) : StaffPage
{
    /// <summary>How many are shown at most.</summary>
    public const int Most = 200;

    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Who was found.</summary>
    public IReadOnlyList<StaffCard> People { get; private set; } = [];

    /// <summary>Names of the teams.</summary>
    public IReadOnlyDictionary<TeamId, string> TeamNames { get; private set; } = new Dictionary<TeamId, string>();

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = await staff.Search(Q ?? "", Most + 1, cancel);
        (People, IsCutOff) = ([.. found.Take(Most)], found.Count > Most);
        TeamNames = (await teams.All(cancel)).ToDictionary(team => team.Id, team => team.Name);
    }
}

using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>What the page of a new account and that of an existing one share: the form with roles and teams to choose from.</summary>
public abstract class AccountPage(TeamDirectory teams) : StaffPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    /// <summary>The roles to choose from.</summary>
    public IReadOnlyList<Choice> RoleChoices => [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), Words["Role." + role]))];

    /// <summary>The teams to choose from.</summary>
    public IReadOnlyList<Choice> TeamChoices { get; private set; } = [];

    /// <summary>The teams, by key.</summary>
    protected IReadOnlyDictionary<string, TeamId> Teams { get; private set; } = new Dictionary<string, TeamId>();

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var all = await teams.All(cancel);
        Teams = all.ToDictionary(team => team.Key, team => team.Id);
        TeamChoices = [.. all.Select(team => new Choice(team.Key, team.Name))];
    }
}

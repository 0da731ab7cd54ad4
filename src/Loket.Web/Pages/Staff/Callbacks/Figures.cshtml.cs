using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>How teams call back: within what was promised, attempts, open now (row A6). Numbers, no people.</summary>
[Right(Right.SeeFigures)]
public sealed class FiguresModel(CallbackFigures figures, NameBooks books) : StaffPage
{
    /// <summary>Of how many days.</summary>
    public const int Days = 30;

    /// <summary>A team's figures, with its name.</summary>
    public IReadOnlyList<(string Name, TeamCallbacks Figures)> Teams { get; private set; } = [];

    /// <summary>All teams together.</summary>
    public TeamCallbacks Total => Teams.Aggregate(new TeamCallbacks(default, 0, 0, 0, 0, 0, 0, 0), (sum, team) => new TeamCallbacks(
        default, sum.Made + team.Figures.Made, sum.Called + team.Figures.Called, sum.InTime + team.Figures.InTime, sum.Late + team.Figures.Late,
        sum.Attempts + team.Figures.Attempts, sum.Spoken + team.Figures.Spoken, sum.Open + team.Figures.Open));

    /// <summary>A share as a percentage; a dash where nothing is decided yet.</summary>
    public static string Percentage(TeamCallbacks figures) => figures.Share is { } share ? share.ToString("P0", CultureInfo.CurrentCulture) : "–";

    /// <summary>How often somebody is called, on average; a dash where nobody was.</summary>
    public static string PerCallback(TeamCallbacks figures) => figures.Called == 0 ? "–" : ((double)figures.Attempts / figures.Called).ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await figures.Handle(Days, Actor, cancel);
        if (!found.Succeeded) return Instead(found.Failure);
        var names = await books.Open([], cancel);
        Teams = [.. found.Value.Select(team => (names.Team(team.Team) ?? "", team)).OrderBy(team => team.Item1, StringComparer.CurrentCulture)];
        return Page();
    }
}

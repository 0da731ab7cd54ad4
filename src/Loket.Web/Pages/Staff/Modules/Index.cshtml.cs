using Loket.Cases.Modules;
using Loket.Organisation.Teams;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Modules;

/// <summary>The text modules that the reader keeps: the own ones, those of a team that they lead, and for the functional administrator those of all.</summary>
[AnyStaff]
public sealed class IndexModel(TextModules modules, TeamDirectory teams) : StaffPage
{
    private const int LongestStart = 120;

    private IReadOnlyList<TeamCard> all = [];

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The modules, by name.</summary>
    public IReadOnlyList<ModuleCard> Kept { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Kept = await modules.KeptBy(Actor, cancel);
        all = await teams.All(cancel);
    }

    /// <summary>Whose it is, in words.</summary>
    public string OwnerOf(ModuleCard module) => module.Owner switch
    {
        { Person: not null } => Words["Owner.Me"],
        { Team: { } team } => all.FirstOrDefault(one => one.Id == team)?.Name ?? "-",
        _ => Words["Owner.All"],
    };

    /// <summary>How its text begins.</summary>
    public static string Start(ModuleCard module)
    {
        var line = module.Dutch.ReplaceLineEndings(" ");
        return line.Length <= LongestStart ? line : string.Concat(line.AsSpan(0, LongestStart), "…");
    }
}

using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Modules;

/// <summary>A text module as who keeps it sees it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Code">Its short code, without the slash.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Dutch">The text, with its fields.</param>
/// <param name="English">The same in English; null for none.</param>
/// <param name="CaseType">Key of the kind of case for which alone it is offered; null for all.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record ModuleCard(
    TextModuleId Id, ModuleOwner Owner, [property: Personal("working together", "employment")] string Code, [property: Personal("working together", "employment")] string Name,
    [property: Personal("working together", "employment")] string Dutch, [property: Personal("working together", "employment")] string? English, string? CaseType, int Version);

/// <summary>The text modules that a reader keeps: the own ones, those of the teams that they lead, and for the functional administrator those of all teams and of everybody.</summary>
public sealed class TextModules(UnitOfWork unit)
{
    /// <summary>All of them, by name.</summary>
    public Task<IReadOnlyList<ModuleCard>> KeptBy(Actor by, CancellationToken cancel) => unit.Read(async db => (IReadOnlyList<ModuleCard>)
        [.. (await db.Set<TextModule>().KeptBy(by).OrderBy(module => module.Name).ThenBy(module => module.Id).ToListAsync(cancel)).Select(module => module.Card())]);

    /// <summary>One of them; null for another's.</summary>
    public Task<ModuleCard?> Find(TextModuleId id, Actor by, CancellationToken cancel) =>
        unit.Read(async db => (await db.Set<TextModule>().KeptBy(by).FirstOrDefaultAsync(module => module.Id == id, cancel))?.Card());
}

/// <summary>Who keeps text modules for whom.</summary>
public static class ModuleRules
{
    /// <summary>Whether somebody makes, changes and removes the modules of an owner.</summary>
    public static bool MayKeep(Actor by, ModuleOwner owner) =>
        owner.Person is { } person ? by.Staff == person && owner.Team is null
        : owner.Team is { } team ? MayKeepFor(by, team)
        : by.May(Right.Configure);

    /// <summary>Whether somebody keeps the modules of a team.</summary>
    public static bool MayKeepFor(Actor by, TeamId team) => by.May(Right.Configure) || (by.May(Right.LeadTeam) && by.Teams.Contains(team));

    /// <summary>Default deny: what a reader may change.</summary>
    internal static IQueryable<TextModule> KeptBy(this IQueryable<TextModule> modules, Actor by)
    {
        var (me, all) = (by.Staff, by.May(Right.Configure));
        TeamId?[] teams = by.May(Right.LeadTeam) ? [.. by.Teams.Cast<TeamId?>()] : [];
        return modules.Where(module => (module.Owner != null && module.Owner == me) || (module.Owner == null && (all || (module.Team != null && teams.Contains(module.Team)))));
    }

    /// <summary>Default deny: what a reader may put into a text.</summary>
    internal static IQueryable<TextModule> OfReader(this IQueryable<TextModule> modules, Actor by)
    {
        var me = by.Staff;
        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return modules.Where(module => me != null && (module.Owner == me || (module.Owner == null && (module.Team == null || teams.Contains(module.Team)))));
    }
}

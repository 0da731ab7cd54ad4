using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Views;

/// <summary>A view as its readers see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Team">The team whose it is; null for the reader's own.</param>
/// <param name="Query">What it shows.</param>
public sealed record SavedViewCard(SavedViewId Id, [property: Personal("working together", "employment")] string Name, TeamId? Team, WorklistQuery Query);

/// <summary>The views of a reader: the own ones, and those of the teams of which the reader is.</summary>
public sealed class SavedViews(UnitOfWork unit)
{
    /// <summary>All of them, by name.</summary>
    public Task<IReadOnlyList<SavedViewCard>> Of(Actor by, CancellationToken cancel) => unit.Read(async db => (IReadOnlyList<SavedViewCard>)
        [.. (await db.Set<SavedView>().OfReader(by).OrderBy(view => view.Name).ThenBy(view => view.Id).ToListAsync(cancel)).Select(view => view.Card())]);
}

internal static class ReadersViews
{
    /// <summary>Default deny: only the own ones, and those of the own teams.</summary>
    public static IQueryable<SavedView> OfReader(this IQueryable<SavedView> views, Actor by)
    {
        var me = by.Staff;
        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return views.Where(view => (view.Owner != null && view.Owner == me) || (view.Team != null && teams.Contains(view.Team)));
    }
}

using System.Collections.Immutable;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Routing;

/// <summary>The rules, for who sets them up: all of them in order, and what they would do.</summary>
public sealed class RoutingRules(UnitOfWork unit, Placing placing, AreaTree areas)
{
    /// <summary>A case that might be.</summary>
    /// <param name="Category">Key of its subject; null for none.</param>
    /// <param name="Area">Key of the smallest area; null for none.</param>
    /// <param name="AssetOwner">Who owns the object; null without an object.</param>
    /// <param name="Danger">Whether it cannot wait.</param>
    /// <param name="InWorkingTime">Whether it comes in working time.</param>
    public sealed record Imagined(string? Category, string? Area, string? AssetOwner, bool Danger, bool InWorkingTime);

    /// <summary>All rules in the order in which they are tried, also those that are off.</summary>
    public Task<IReadOnlyList<RuleView>> All(Actor by, CancellationToken cancel) => unit.Read(async db => by.May(Right.Configure)
        ? (IReadOnlyList<RuleView>)[.. (await db.RoutingRules.OrderBy(rule => rule.Ordinal).ThenBy(rule => rule.Id).ToListAsync(cancel)).Select(rule => rule.View)]
        : []);

    /// <summary>Where such a case would go and why; nothing is changed.</summary>
    public Task<Route> Try(Imagined one, CancellationToken cancel) => unit.Read(async db =>
    {
        var category = one.Category is null ? null : await db.Categories.FirstOrDefaultAsync(known => known.Key == one.Category, cancel);
        ImmutableArray<PartnerId> nobodyRefused = [];
        return await placing.Try(db, new RoutingSubject(
            category?.Key, category?.CaseType, category?.Group, [.. await areas.AndAbove(db, one.Area, cancel)],
            one.AssetOwner, one.Danger || category?.Danger == true, one.InWorkingTime, nobodyRefused), cancel);
    });

    /// <summary>The areas that can be chosen, each after the one that holds it.</summary>
    public Task<IReadOnlyList<AreaNode>> Areas(CancellationToken cancel) => unit.Read(db => areas.All(db, cancel));
}

using System.Collections.Immutable;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Cases.Types;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Routing;

/// <summary>The rules, for who sets them up: all of them in order, and what they would do.</summary>
public sealed class RoutingRules(UnitOfWork unit, Placing placing, AreaTree areas, TenantContext tenant)
{
    private static readonly ImmutableArray<PartnerId> NobodyRefused = [];

    /// <summary>A case that might be.</summary>
    /// <param name="Category">Key of its subject; null for none.</param>
    /// <param name="CaseType">Key of its type where it has no subject, such as a formal paper; null for what every matter without a subject becomes.</param>
    /// <param name="Area">Key of the smallest area; null for none.</param>
    /// <param name="AssetOwner">Who owns the object; null without an object.</param>
    /// <param name="Danger">Whether it cannot wait.</param>
    public sealed record Imagined(string? Category, string? CaseType, string? Area, string? AssetOwner, bool Danger);

    /// <summary>What would happen.</summary>
    /// <param name="Subject">The case as routing sees it.</param>
    /// <param name="Placement">Who would get it, and why.</param>
    /// <param name="At">At which moment.</param>
    /// <param name="Reference">The number of the case, where it is one that stands.</param>
    public sealed record Trial(RoutingSubject Subject, Placement Placement, Instant At, string? Reference = null);

    /// <summary>All rules in the order in which they are tried, also those that are off.</summary>
    public Task<IReadOnlyList<RuleView>> All(Actor by, CancellationToken cancel) => unit.Read(async db => by.May(Right.Configure)
        ? (IReadOnlyList<RuleView>)[.. (await db.RoutingRules.OrderBy(rule => rule.Ordinal).ThenBy(rule => rule.Id).ToListAsync(cancel)).Select(rule => rule.View)]
        : []);

    /// <summary>Where such a case would go and why; nothing is changed.</summary>
    /// <param name="one">The case that might be.</param>
    /// <param name="at">When it comes in; null for now.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Trial> Try(Imagined one, Instant? at, CancellationToken cancel) => unit.Read(async db =>
    {
        var moment = at ?? tenant.Tenant.Clock.Now();
        var category = await db.CategoryOf(one.Category, cancel);
        var type = category?.CaseType ?? one.CaseType ?? CaseRegister.GeneralType;
        var subject = new RoutingSubject(
            category?.Key, type, category?.Group, [.. await areas.AndAbove(db, one.Area, cancel)],
            one.AssetOwner, one.Danger || category?.Danger == true, await Placing.IsWorking(db, moment, cancel), NobodyRefused);
        return new Trial(subject, await placing.Decide(db, subject, (await db.TypeOf(type, cancel))?.Group, moment, cancel), moment);
    });

    /// <summary>Where a case that stands would go if it were placed anew, without the partners that refused it; nothing is changed.</summary>
    /// <param name="typed">Its number, or the reference of somebody who asked.</param>
    /// <param name="at">When; null for now.</param>
    /// <param name="by">Who tries.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null where there is no such case for this reader.</returns>
    public Task<Trial?> Try(string typed, Instant? at, Actor by, CancellationToken cancel) => unit.Read<Trial?>(async db =>
    {
        if (!by.May(Right.Configure) || await FindCase.Read(db, typed, by, cancel) is not { } id) return null;
        var found = await db.Cases.SingleAsync(one => one.Id == id, cancel);
        var moment = at ?? tenant.Tenant.Clock.Now();
        var subject = await placing.SubjectOf(db, found, moment, mayBeRefused: true, cancel);
        return new Trial(subject, await placing.Decide(db, subject, found.SensitiveGroup, moment, cancel), moment, found.Reference);
    });

    /// <summary>The areas that can be chosen, each after the one that holds it.</summary>
    public Task<IReadOnlyList<AreaNode>> Areas(CancellationToken cancel) => unit.Read(db => areas.All(db, cancel));
}

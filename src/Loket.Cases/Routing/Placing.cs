using Loket.Cases.Handovers;
using Loket.Cases.Register;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Organisation.Teams;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Routing;

/// <summary>Places a case with whoever must act (row B2), by the rules; absence and deputies count, and who may know of it. Where that leaves nobody,
/// a person decides: a case is never nowhere.</summary>
public sealed class Placing(AreaTree areas, HandoverOffers offers)
{
    private static readonly Kept<IReadOnlyList<RuleView>> Rules = new(async (db, cancel) =>
        [.. (await db.RoutingRules.AsNoTracking().Where(rule => rule.Active).OrderBy(rule => rule.Ordinal).ToListAsync(cancel)).Select(rule => rule.View)]);

    internal async Task Route(Work work, Case found, Who by, CancellationToken cancel)
    {
        var placed = await Decide(work.Db, await SubjectOf(work, found, cancel), found.SensitiveGroup, work.Now, cancel);
        var (team, staff, partner) = placed.Target;
        if (placed.TriageReason is { } reason)
        {
            ToTriage(work, found, reason, by, placed.Route.Rule?.Id);
            return;
        }

        found.PlaceWith(team, staff, null, work.Now);
        work.Journal.Write(new CaseRouted(found.Id, placed.Route.Rule!.Id, team, staff, partner, null), by);
        if (partner is { } outside && await offers.OfferByRule(work, found, outside, placed.Route.Rule.Question ?? "", by, cancel) is not null)
            ToTriage(work, found, TriageReason.TargetClosed, by, placed.Route.Rule.Id);
    }

    /// <summary>It may be a formal paper, and a person decides. Where only the people of such papers may know of it, their team has it meanwhile; else it is in triage.</summary>
    internal async Task ForDecision(Work work, Case found, CaseType paper, Who by, CancellationToken cancel)
    {
        if (found.SensitiveGroup is { } group)
        {
            var placed = await Decide(work.Db, await SubjectOf(work, found, cancel) with { CaseType = paper.Key }, group, work.Now, cancel);
            if (placed.Target is { Team: { } team, Staff: var staff })
            {
                found.PlaceWith(team, staff, null, work.Now);
                work.Journal.Write(new CaseRouted(found.Id, placed.Route.Rule!.Id, team, staff, null, null), by);
                return;
            }
        }

        ToTriage(work, found, TriageReason.LooksLikePaper, by);
    }

    /// <summary>A person decides who must act.</summary>
    internal static void ToTriage(Work work, Case found, TriageReason reason, Who by, RoutingRuleId? rule = null)
    {
        found.ToTriage(reason);
        work.Journal.Write(new CaseRouted(found.Id, rule, null, null, null, reason), by);
    }

    /// <summary>Who would get such a case at a moment, and why; changes nothing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="subject">The case as routing sees it.</param>
    /// <param name="group">The sensitive group whose people alone may know of it; null for no secret.</param>
    /// <param name="at">The moment, for who is away.</param>
    /// <param name="cancel">Stops it.</param>
    internal async Task<Placement> Decide(LoketDb db, RoutingSubject subject, string? group, Instant at, CancellationToken cancel)
    {
        var route = Router.Find(subject, await Rules.Of(db, cancel));
        if (route.Rule is not { } rule) return Placement.ByHand(route, WithoutRule(subject));

        var (team, named, partner) = rule.Target;
        if (team is { } ours)
        {
            if (await TeamDirectory.Find(db, ours, cancel) is not { } card) return Placement.ByHand(route, TriageReason.TargetClosed);
            if (!card.MayKnowOf(group)) return Placement.ByHand(route, TriageReason.MayNotKnow);
        }

        if (partner is { } outside && (string.IsNullOrWhiteSpace(rule.Question) || await PartnerDirectory.Find(db, outside, cancel) is not { IsClosed: false }))
            return Placement.ByHand(route, TriageReason.TargetClosed);

        var staff = named is { } person ? await Absence.PresentOrDeputy(db, person, MayKnow, at, cancel) : null;
        // Of who has a day off the team has it, until they or somebody else takes it up.
        if (staff is null && team is null && named is { } off && await Absence.HasDayOff(db, off, MayKnow, at, cancel)) team = await Absence.TeamOf(db, off, group, cancel);
        if (staff is null && team is null && partner is null) return Placement.ByHand(route, TriageReason.NobodyThere);
        // Whoever has a case has it for a team: when they hand it back, or are gone, it is still somebody's.
        if (staff is { } acts) team ??= await Absence.TeamOf(db, acts, group, cancel);
        return new Placement(route, new Target(team, staff, partner), null);

        bool MayKnow(Actor reader) => reader.MayKnowOf(group) && reader.Bounds.Holds(subject.Areas.FirstOrDefault(), subject.CaseType);
    }

    /// <summary>The team that the rules name for what is about this subject and place; null when none.</summary>
    internal async Task<TeamId?> TeamFor(LoketDb db, string? category, Place place, string? group, Instant at, CancellationToken cancel)
    {
        var known = await db.CategoryOf(category, cancel);
        var subject = new RoutingSubject(
            known?.Key, known?.CaseType ?? CaseRegister.GeneralType, known?.Group, [.. await areas.AndAbove(db, place.Area, cancel)],
            place.Asset is null ? null : place.AssetOwner ?? RoutingSubject.Municipality, Danger: false, await IsWorking(db, at, cancel), []);
        return (await Decide(db, subject, group, at, cancel)).Target.Team;
    }

    /// <summary>A case that stands, as routing sees it.</summary>
    internal Task<RoutingSubject> SubjectOf(Work work, Case found, CancellationToken cancel) =>
        // Nobody has refused what has just come in.
        SubjectOf(work.Db, found, work.Now, mayBeRefused: work.Db.Entry(found).State != EntityState.Added, cancel);

    /// <inheritdoc cref="SubjectOf(Work, Case, CancellationToken)" />
    internal async Task<RoutingSubject> SubjectOf(LoketDb db, Case found, Instant at, bool mayBeRefused, CancellationToken cancel)
    {
        var group = (await db.CategoryOf(found.Category, cancel))?.Group;
        var refused = mayBeRefused ? await db.Handovers.Where(one => one.CaseId == found.Id && one.State == HandoverState.Refused).Select(one => one.Partner).ToListAsync(cancel) : [];
        return new RoutingSubject(
            found.Category, found.Type, group, [.. await areas.AndAbove(db, found.Place.Area, cancel)],
            found.Place.Asset is null ? null : found.Place.AssetOwner ?? RoutingSubject.Municipality,
            found.Danger, await IsWorking(db, at, cancel), [.. refused]);
    }

    /// <summary>Whether it is working time at a moment.</summary>
    internal static async Task<bool> IsWorking(LoketDb db, Instant at, CancellationToken cancel) => new WorkingTime(await Calendars.Current(db, cancel)).IsWorking(at);

    private static TriageReason WithoutRule(RoutingSubject subject) =>
        subject.Excluded.Length >= Router.RefusalsBeforeTriage ? TriageReason.RefusedTwice
        : subject.Category is null && subject.CaseType is null or CaseRegister.GeneralType ? TriageReason.NoSubject : TriageReason.NoRule;
}

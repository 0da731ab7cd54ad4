using Loket.Cases.Handovers;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Settings;
using Loket.Places;
using Loket.Storage;
using Loket.Storage.Standing;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Routing;

/// <summary>Places a case with whoever must act (row B2), by the rules; absence and deputies count.</summary>
public sealed class Placing(AreaTree areas, HandoverOffers offers)
{
    private static readonly Kept<IReadOnlyList<RuleView>> Rules = new(async (db, cancel) =>
        [.. (await db.RoutingRules.AsNoTracking().Where(rule => rule.Active).OrderBy(rule => rule.Ordinal).ToListAsync(cancel)).Select(rule => rule.View)]);

    internal async Task Route(Work work, Case found, Who by, CancellationToken cancel)
    {
        var subject = await SubjectOf(work, found, cancel);
        var route = Router.Find(subject, await Rules.Of(work.Db, cancel));
        if (route.Rule is not { } rule)
        {
            var reason = subject.Excluded.Length >= Router.RefusalsBeforeTriage ? TriageReason.RefusedTwice : found.Category is null ? TriageReason.NoSubject : TriageReason.NoRule;
            found.ToTriage(reason);
            work.Journal.Write(new CaseRouted(found.Id, null, null, null, null, reason), by);
            return;
        }

        var staff = rule.Target.Staff is { } id ? await Absence.PresentOrDeputy(work.Db, id, work.Now, cancel) : null;
        found.PlaceWith(rule.Target.Team, staff, null, work.Now);
        work.Journal.Write(new CaseRouted(found.Id, rule.Id, rule.Target.Team, staff, rule.Target.Partner, null), by);
        if (rule.Target.Partner is { } partner) await offers.Offer(work, found, partner, rule.Question ?? found.Subject, by, cancel);
    }

    /// <summary>It may be a repeat: a person confirms or places it.</summary>
    internal static void LetSomebodyLook(Work work, Case found, Who by)
    {
        found.ToTriage(TriageReason.LooksKnown);
        work.Journal.Write(new CaseRouted(found.Id, null, null, null, null, TriageReason.LooksKnown), by);
    }

    /// <summary>What would happen to such a case, and why.</summary>
    internal async Task<Route> Try(LoketDb db, RoutingSubject subject, CancellationToken cancel) =>
        Router.Find(subject, await Rules.Of(db, cancel));

    private async Task<RoutingSubject> SubjectOf(Work work, Case found, CancellationToken cancel)
    {
        var group = (await work.Db.CategoryOf(found.Category, cancel))?.Group;
        // Nobody has refused what has just come in.
        var refused = work.Db.Entry(found).State == EntityState.Added ? [] : await work.Db.Handovers.Where(one => one.CaseId == found.Id && one.State == HandoverState.Refused)
            .Select(one => one.Partner).ToListAsync(cancel);
        var working = new WorkingTime(await Calendars.Current(work.Db, cancel));
        return new RoutingSubject(
            found.Category, found.Type, group, [.. await areas.AndAbove(work.Db, found.Place.Area, cancel)],
            found.Place.Asset is null ? null : found.Place.AssetOwner ?? RoutingSubject.Municipality,
            found.Danger, working.IsWorking(work.Now), [.. refused]);
    }
}

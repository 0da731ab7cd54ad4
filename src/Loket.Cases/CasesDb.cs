using Loket.Cases.Handovers;
using Loket.Cases.Participants;
using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases;

internal static class CasesDb
{
    extension(LoketDb db)
    {
        internal DbSet<Case> Cases => db.Set<Case>();

        /// <summary>A case that is there; one that this transaction has in hand is not read again.</summary>
        internal async Task<Case> CaseOf(CaseId id, CancellationToken cancel) =>
            await db.Set<Case>().FindAsync([id], cancel) ?? throw new InvalidOperationException("A case is never removed.");

        internal DbSet<Participant> Participants => db.Set<Participant>();

        internal DbSet<Handover> Handovers => db.Set<Handover>();

        internal DbSet<CaseType> CaseTypes => db.Set<CaseType>();

        internal DbSet<Category> Categories => db.Set<Category>();

        internal DbSet<RoutingRule> RoutingRules => db.Set<RoutingRule>();
    }

    /// <summary>Whether somebody of the staff, who may see cases, may know of this one: as below, of a case that is in hand and perhaps not saved yet.</summary>
    internal static bool MayKnow(this Actor actor, Case found) => actor.MayKnowOf(found.SensitiveGroup) && (actor.IsSystem || actor.Bounds.Holds(found.Place.Area, found.Type));

    /// <summary>Default deny. A sensitive case exists for its group alone, and one outside the bounds of a reader does not exist for them; a partner sees what was
    /// handed over to it; who may only register contacts sees what anybody may know. What was destroyed is there for nobody.</summary>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor) =>
        actor.IsSystem ? cases : cases.KnownTo(actor).Where(one => one.DestroyedAt == null);

    /// <summary>The same, with what was destroyed: nothing is left of it but what counts.</summary>
    public static IQueryable<Case> KnownTo(this IQueryable<Case> cases, Actor actor)
    {
        if (actor.IsSystem) return cases;
        if (actor.May(Right.SeeCases))
        {
            string[] groups = [.. actor.Groups];
            return cases.Where(one => one.SensitiveGroup == null || groups.Contains(one.SensitiveGroup)).Within(actor.Bounds, one => one.Place.Area, one => one.Type);
        }

        if (actor.Partner is { } partner) return cases.Where(one => one.Partner == partner);
        return actor.May(Right.RegisterContacts)
            ? cases.Where(one => one.Confidentiality == Confidentiality.Low).Within(actor.Bounds, one => one.Place.Area, one => one.Type)
            : cases.Where(_ => false);
    }
}

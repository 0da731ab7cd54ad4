using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

internal static class CallbacksDb
{
    extension(LoketDb db)
    {
        internal DbSet<CallbackRequest> Callbacks => db.Set<CallbackRequest>();
    }

    /// <summary>Default deny. It is about a person, so for who may see personal data; a sensitive one exists for its group alone, one of other teams not for who is bounded.</summary>
    public static IQueryable<CallbackRequest> VisibleTo(this IQueryable<CallbackRequest> callbacks, Actor actor)
    {
        if (actor.IsSystem) return callbacks;
        var may = actor.May(Right.SeePersonalData);
        return callbacks.CountedFor(actor).Where(_ => may);
    }

    /// <summary>The same for who counts them and reads nothing of them: no right to personal data is asked, but who may not know that one exists counts it neither.</summary>
    public static IQueryable<CallbackRequest> CountedFor(this IQueryable<CallbackRequest> callbacks, Actor actor)
    {
        if (actor.IsSystem) return callbacks;
        string[] groups = [.. actor.Groups];
        if (!actor.Bounds.IsNone)
        {
            // A request is about a person, and may be about nothing that has an area or kind: of who is bounded those of their teams, and their own.
            TeamId[] teams = [.. actor.Teams];
            var me = actor.Staff;
            callbacks = callbacks.Where(one => teams.Contains(one.Team) || (me != null && one.Owner == me));
        }

        return callbacks.Where(one => one.SensitiveGroup == null || groups.Contains(one.SensitiveGroup));
    }
}

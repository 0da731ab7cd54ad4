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

    /// <summary>Default deny. It is about a person, so for who may see personal data; a sensitive one exists for its group alone.</summary>
    public static IQueryable<CallbackRequest> VisibleTo(this IQueryable<CallbackRequest> callbacks, Actor actor)
    {
        if (actor.IsSystem) return callbacks;
        var may = actor.May(Right.SeePersonalData);
        string[] groups = [.. actor.Groups];
        return callbacks.Where(one => may && (one.SensitiveGroup == null || groups.Contains(one.SensitiveGroup)));
    }
}

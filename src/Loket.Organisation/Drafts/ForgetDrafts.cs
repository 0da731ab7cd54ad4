using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Organisation.Drafts;

/// <summary>Removes what anybody was still writing about something that is destroyed, inside its transaction.</summary>
public static class ForgetDrafts
{
    /// <summary>Removes it.</summary>
    public static Task About(LoketDb db, IReadOnlyCollection<Guid> things, CancellationToken cancel) =>
        db.Drafts.Where(draft => things.Contains(draft.Thing)).ExecuteDeleteAsync(cancel);
}

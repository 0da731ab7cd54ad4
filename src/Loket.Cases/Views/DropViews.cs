using Loket.Organisation.People;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Views;

/// <summary>Somebody no longer works here: nobody sees their own views any more, so they go. Those that they made for a team are the team's.</summary>
internal sealed class DropViews : ISubscription<StaffClosed>
{
    public async Task Handle(StaffClosed happened, Written entry, Work work, CancellationToken cancel)
    {
        foreach (var view in await work.Db.Set<SavedView>().Where(one => one.Owner == happened.Staff).ToListAsync(cancel))
        {
            work.Db.Remove(view);
            work.Journal.Write(new ViewRemoved(view.Id, null), entry.By);
        }
    }
}

using Loket.Organisation.People;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Modules;

/// <summary>Of who no longer works here the own text modules go with the account, and to nobody else; those of teams stay.</summary>
internal sealed class RemoveLeaversModules : ISubscription<StaffClosed>
{
    public async Task Handle(StaffClosed happened, Written entry, Work work, CancellationToken cancel)
    {
        var leaver = happened.Staff;
        foreach (var module in await work.Db.Set<TextModule>().Where(one => one.Owner == leaver).ToListAsync(cancel))
        {
            work.Db.Remove(module);
            work.Journal.Write(new ModuleRemoved(module.Id, null), entry.By);
        }
    }
}

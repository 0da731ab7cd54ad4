using Loket.Contacts;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>Nobody calls who has died: once that is known, what was promised to them ends by itself, and whoever made it or was to call hears why. Where somebody else
/// asked for the same call, or acts for them, it stands: its page shows the warning.</summary>
public sealed class EndForWhoDied(CallbackWatch watch) : ISubscription<WarningPlaced>
{
    /// <inheritdoc />
    public async Task Handle(WarningPlaced happened, Written entry, Work work, CancellationToken cancel)
    {
        if (happened.Warns != WarningKind.Deceased) return;
        var contacts = await ContactCards.InWhichTold(work.Db, happened.Customer, cancel);
        var open = await work.Db.Callbacks.Include(one => one.Asks).Where(one => one.EndedAt == null && one.Asks.Any(ask => contacts.Contains(ask.Contact))).ToListAsync(cancel);
        foreach (var found in open.Where(one => one.Asks.TrueForAll(ask => contacts.Contains(ask.Contact))))
        {
            found.End(CallbackOutcome.Died, null, work.Now);
            work.Journal.Write(new CallbackEnded(found.Id, found.CaseId, CallbackOutcome.Died, null), entry.By);
            await watch.Stop(work, found, cancel);
        }
    }
}

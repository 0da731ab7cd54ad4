using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Contacts.Erasing;
using Loket.Documents;
using Loket.Messages;
using Loket.Organisation.Drafts;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Keeping;

/// <summary>Erases what was said in contacts that are on no case, inside the transaction of a use case that has judged that it may: texts, files, messages, drafts, values in the journal,
/// callback requests that are over, and the people on whom nothing else rests.</summary>
public sealed class EraseContacts(EraseMatters matters, EraseCustomers customers, JournalErasure journal)
{
    internal async Task<Destroyed> Handle(
        Work work, IReadOnlyCollection<MatterId> going, IReadOnlyCollection<CallbackId> callbacks, IReadOnlyCollection<CustomerId> people, CancellationToken cancel)
    {
        var db = work.Db;
        var said = await matters.Handle(work, going, cancel);
        var called = await db.Callbacks.Where(one => callbacks.Contains(one.Id) && one.Customer != null).Select(one => one.Customer!.Value).ToListAsync(cancel);
        await DestroyCase.EmptyCallbacks(db, callbacks, cancel);
        // On a case that they left nothing is kept of them either.
        await db.Participants.Where(one => going.Contains(one.Matter)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Customer, (CustomerId?)null), cancel);
        var gone = await customers.Handle(work, [.. people, .. said.People, .. called], family => DestroyCase.HasCallback(db, family, cancel), cancel);

        Guid[] things = [.. said.Matters.Select(one => one.Value), .. said.Contacts.Select(one => one.Value), .. callbacks.Select(one => one.Value)];
        await ForgetDrafts.About(db, things, cancel);
        await journal.Erase(db, [.. things, .. gone.Select(one => one.Value)], others => DestroyCase.Living(db, others, cancel), cancel);
        return new Destroyed(said.Contacts.Count, gone.Count, await EraseMessages.About(db, things, cancel), await EraseDocuments.Of(db, things, cancel));
    }
}

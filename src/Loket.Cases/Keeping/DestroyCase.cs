using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Cases.Danger;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Tasks;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Contacts.Erasing;
using Loket.Documents;
using Loket.Messages;
using Loket.Organisation.Drafts;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Keeping;

/// <summary>How much went with a case.</summary>
internal sealed record Destroyed(int Contacts, int Customers, int Messages, int Files);

/// <summary>Destroys all that was said in a case, in one transaction: texts, files, messages, drafts, values in the journal, and the contacts and people that hang on nothing else.</summary>
/// <remarks>Rows that count stay, with nothing to read in them: the case, its participants without who they are, handovers, tasks, pauses, callback requests. What goes on as part of it goes with it.</remarks>
internal sealed class DestroyCase(EraseMatters matters, EraseCustomers customers, JournalErasure journal)
{
    public async Task<Destroyed> Handle(Work work, Case found, CancellationToken cancel)
    {
        var db = work.Db;
        var cases = await db.Cases.Where(one => one.Id == found.Id || one.MergedInto == found.Id).ToListAsync(cancel);
        var ids = cases.ConvertAll(one => one.Id);
        var participants = await db.Participants.AsNoTracking().Where(one => ids.Contains(one.CaseId)).ToListAsync(cancel);
        CaseId?[] about = [.. ids];
        var callbacks = await db.Set<CallbackRequest>().Where(one => about.Contains(one.CaseId)).Select(one => one.Id).ToListAsync(cancel);

        // Who left it asks for something else by now, or for nothing: what they said is not this case's.
        var said = await matters.Handle(work, [.. participants.Where(one => one.LeftAt is null).Select(one => one.Matter)], cancel);
        cases.ForEach(one => one.Destroy(work.Now));
        await db.SaveChangesAsync(cancel);
        await Empty(db, ids, callbacks, cancel);
        var people = await customers.Handle(
            work, [.. said.People, .. participants.Select(one => one.Customer).OfType<CustomerId>()], family => HasCallback(db, family, cancel), cancel);

        Guid[] things =
        [
            .. ids.Select(one => one.Value), .. participants.Select(one => one.Id.Value), .. callbacks.Select(one => one.Value), .. said.Matters.Select(one => one.Value),
            .. said.Contacts.Select(one => one.Value),
        ];
        await ForgetDrafts.About(db, things, cancel);
        await journal.Erase(db, [.. things, .. people.Select(one => one.Value)], others => Living(db, others, cancel), cancel);
        return new Destroyed(
            said.Contacts.Count, people.Count, await EraseMessages.About(db, things, cancel), await EraseDocuments.Of(db, things, cancel));
    }

    private static async Task Empty(LoketDb db, List<CaseId> ids, List<CallbackId> callbacks, CancellationToken cancel)
    {
        await db.Participants.Where(one => ids.Contains(one.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Customer, (CustomerId?)null), cancel);
        await db.Set<ParticipantOrigin>().Where(one => ids.Contains(one.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<Pause>().Where(one => ids.Contains(one.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel);
        await db.Set<MoreTime>().Where(one => ids.Contains(one.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel);
        await db.Set<CaseTask>().Where(one => ids.Contains(one.CaseId) && one.Reason != null).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, ""), cancel);
        var handovers = db.Handovers.Where(one => ids.Contains(one.CaseId));
        var theirs = handovers.Select(one => one.Id);
        await db.HandoverFiles.Where(one => theirs.Contains(one.HandoverId)).ExecuteDeleteAsync(cancel);
        await handovers.ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Question, "").SetProperty(one => one.Reason, (string?)null).SetProperty(one => one.JobNumber, (string?)null), cancel);
        await EmptyCallbacks(db, callbacks, cancel);
        await db.Set<DestructionItem>().Where(one => ids.Contains(one.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(one => one.Reason, (string?)null), cancel);
        await db.Set<CaseLink>().Where(one => ids.Contains(one.FirstCase) || ids.Contains(one.SecondCase)).ExecuteDeleteAsync(cancel);
        await db.Set<BulkActCase>().Where(one => ids.Contains(one.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<CasePresence>().Where(one => ids.Contains(one.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<DangerCall>().Where(one => ids.Contains(one.CaseId)).ExecuteDeleteAsync(cancel);
        await db.Set<CaseHold>().Where(one => ids.Contains(one.CaseId)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Of callback requests that are over nothing is left to read; what counts stays.</summary>
    internal static Task EmptyCallbacks(LoketDb db, IReadOnlyCollection<CallbackId> callbacks, CancellationToken cancel) =>
        db.Set<CallbackRequest>().Where(one => callbacks.Contains(one.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Customer, (CustomerId?)null).SetProperty(one => one.Name, (string?)null).SetProperty(one => one.Phone, "")
                .SetProperty(one => one.About, "").SetProperty(one => one.Report, (string?)null),
            cancel);

    /// <summary>Whether a callback request of this person is kept.</summary>
    internal static Task<bool> HasCallback(LoketDb db, IReadOnlyList<CustomerId> family, CancellationToken cancel)
    {
        CustomerId?[] ids = [.. family];
        return db.Set<CallbackRequest>().AnyAsync(one => ids.Contains(one.Customer), cancel);
    }

    /// <summary>Which of these are cases that are kept: what was said about one as well stays as long as that.</summary>
    internal static async Task<IReadOnlyCollection<Guid>> Living(LoketDb db, IReadOnlyCollection<Guid> others, CancellationToken cancel)
    {
        var ids = others.Select(one => new CaseId(one)).ToList();
        return [.. (await db.Cases.Where(one => ids.Contains(one.Id) && one.DestroyedAt == null).Select(one => one.Id).ToListAsync(cancel)).Select(one => one.Value)];
    }
}

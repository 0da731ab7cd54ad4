using Loket.Cases.Callbacks;
using Loket.Cases.Keeping;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Contacts.OnFile;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>Somebody asks that what is kept of them is erased (AVG, article 17). What is on no case that must be kept goes now, with their national number where no case needs it and the person
/// where nothing else rests on them; a case is kept as long as the Archiefwet says, and that is told with the day. Who still waits to be called back is called first.</summary>
public sealed class EraseAtRequest(UnitOfWork unit, WhoAsked asked, EraseContacts erase)
{
    /// <summary>Erases what may go.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="typed">A reference of the person, as it was typed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What stays, and why.</returns>
    public Task<Result<StaysOnFile>> Handle(RequestKey key, string? typed, Actor by, CancellationToken cancel) =>
        unit.Run<StaysOnFile>(key, new { typed }, async work =>
        {
            var found = await asked.Find(work.Db, typed, by, cancel);
            if (!found.Succeeded) return found.Failure;
            var family = await CustomerFamily.Of(work.Db, found.Value.Customer, cancel);
            var own = (await ReadOnFile.Of(work.Db, family, Actor.System, cancel)).Matters.Where(matter => !matter.ForAnother).ToList();
            var (kept, waiting) = (await KeptBy(work.Db, own, cancel), await ToBeCalled(work.Db, own, cancel));
            List<MatterId> going = [.. own.Where(matter => matter.Outcome is not null && !kept.ContainsKey(matter.Matter) && !waiting.Contains(matter.Matter)).Select(matter => matter.Matter)];
            CustomerId?[] people = [.. family];
            var callbacks = await Over(work.Db, people, cancel);
            var stays = Stays(kept.Values, waiting.Count > 0 || own.Exists(matter => matter.Outcome is null), await Retention.Today(work, cancel));
            // A number that no case asks for rests on nothing.
            var loose = await NumberRegister.ForgetLoose(work.Db, family, cancel);
            if (going.Count + callbacks.Count == 0 && own.Count > 0 && !loose) return stays.Refusal();

            await erase.Handle(work, going, callbacks, family, cancel);
            work.Journal.Write(new ErasedAtRequest(found.Value.Customer, found.Value.Request, going.Count), by);
            return stays;
        }, cancel);

    // Ended, and about no case that is kept.
    private static Task<List<CallbackId>> Over(LoketDb db, CustomerId?[] people, CancellationToken cancel)
    {
        var cases = db.Cases.Where(one => one.DestroyedAt == null);
        return db.Callbacks.Where(one => people.Contains(one.Customer) && one.EndedAt != null && !cases.Any(its => its.Id == one.CaseId)).Select(one => one.Id).ToListAsync(cancel);
    }

    private static async Task<Dictionary<MatterId, Case>> KeptBy(LoketDb db, List<MatterOnFile> own, CancellationToken cancel)
    {
        var ids = own.ConvertAll(matter => matter.Matter);
        return await (
            from participant in db.Participants
            where ids.Contains(participant.Matter) && participant.LeftAt == null
            join one in db.Cases on participant.CaseId equals one.Id
            where one.DestroyedAt == null
            select new { participant.Matter, Case = one }).AsNoTracking().ToDictionaryAsync(each => each.Matter, each => each.Case, cancel);
    }

    // About these somebody is still to be called back.
    private static async Task<HashSet<MatterId>> ToBeCalled(LoketDb db, List<MatterOnFile> own, CancellationToken cancel)
    {
        var (ids, open) = (own.ConvertAll(matter => matter.Matter), db.Callbacks.Where(one => one.EndedAt == null));
        return [.. await db.Set<CallbackAsk>().Where(ask => ids.Contains(ask.Matter) && open.Any(one => one.Id == ask.Callback)).Select(ask => ask.Matter).ToListAsync(cancel)];
    }

    private static StaysOnFile Stays(Dictionary<MatterId, Case>.ValueCollection kept, bool isOpen, LocalDate today)
    {
        var until = kept.Max(one => one.KeptUntil);
        return new StaysOnFile(isOpen || kept.Any(one => one.KeptUntil is null), kept.Any(one => one.Nomination == ArchiveNomination.Keep), until) { IsDue = until < today };
    }
}

/// <summary>What is kept of somebody was erased as they asked, as far as the law allows; with how many things that they said.</summary>
[JournalEvent("customer.erased-at-request", Audience.Audit)]
public sealed record ErasedAtRequest(CustomerId Customer, CaseId? Request, int Matters) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}

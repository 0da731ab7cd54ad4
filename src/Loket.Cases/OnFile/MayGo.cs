using Loket.Cases.Callbacks;
using Loket.Cases.Keeping;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Contacts.OnFile;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>What of somebody may go when they ask for it, as things stand now. What is on a case that must be kept stays as long as the Archiefwet says; who waits to be called back is called first.</summary>
/// <param name="Family">All under whom they stand.</param>
/// <param name="Details">Who they are, as often as they are known.</param>
/// <param name="Matters">What they said that may go.</param>
/// <param name="Callbacks">The callback requests that may go.</param>
/// <param name="Stays">What stays, and why.</param>
/// <param name="IsNothing">Whether nothing may go at all.</param>
internal sealed record MayGo(
    IReadOnlyList<CustomerId> Family, IReadOnlyList<DetailsOnFile> Details, List<MatterId> Matters, List<CallbackId> Callbacks, StaysOnFile Stays, bool IsNothing)
{
    public static async Task<MayGo> Of(Work work, CustomerId customer, CancellationToken cancel)
    {
        var family = await CustomerFamily.Of(work.Db, customer, cancel);
        var person = await ReadOnFile.Of(work.Db, family, Actor.System, cancel);
        var own = person.Matters.Where(matter => !matter.ForAnother).ToList();
        var (kept, waiting) = (await KeptBy(work.Db, own, cancel), await ToBeCalled(work.Db, own, cancel));
        List<MatterId> going = [.. own.Where(matter => matter.Outcome is not null && !kept.ContainsKey(matter.Matter) && !waiting.Contains(matter.Matter)).Select(matter => matter.Matter)];
        CustomerId?[] people = [.. family];
        var callbacks = await Over(work.Db, people, cancel);
        var stays = StaysFor(kept.Values, waiting.Count > 0 || own.Exists(matter => matter.Outcome is null), await Retention.Today(work, cancel));
        // A number that no case asks for rests on nothing.
        var isNothing = going.Count + callbacks.Count == 0 && own.Count > 0 && !await NumberRegister.HasLoose(work.Db, family, cancel);
        return new MayGo(family, person.Details, going, callbacks, stays, isNothing);
    }

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

    private static StaysOnFile StaysFor(Dictionary<MatterId, Case>.ValueCollection kept, bool isOpen, LocalDate today)
    {
        var until = kept.Max(one => one.KeptUntil);
        return new StaysOnFile(isOpen || kept.Any(one => one.KeptUntil is null), kept.Any(one => one.Nomination == ArchiveNomination.Keep), until) { IsDue = until < today };
    }
}

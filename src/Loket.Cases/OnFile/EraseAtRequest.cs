using Loket.Cases.Callbacks;
using Loket.Cases.Keeping;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Contacts.Erasing;
using Loket.Contacts.Numbers;
using Loket.Contacts.OnFile;
using Loket.Documents;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>Somebody asks that what is kept of them is erased (AVG, article 17). What is on no case that must be kept goes now, with their national number where no case needs it and the person where nothing else rests on them; a case is kept as long as
/// the Archiefwet says, and that is told with the day.</summary>
public sealed class EraseAtRequest(UnitOfWork unit, WhoAsked asked, EraseMatters matters, EraseCustomers customers, JournalErasure journal)
{
    /// <summary>Erases what may go.</summary>
    /// <param name="key">Names the wish.</param>
    /// <param name="typed">A reference of the person, as it was typed.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<Done>> Handle(RequestKey key, string? typed, Actor by, CancellationToken cancel) =>
        unit.Run<Done>(key, new { typed }, async work =>
        {
            var found = await asked.Find(work.Db, typed, by, cancel);
            if (!found.Succeeded) return found.Failure;
            var family = await CustomerFamily.Of(work.Db, found.Value.Customer, cancel);
            var own = (await ReadOnFile.Of(work.Db, family, Actor.System, cancel)).Matters.Where(matter => !matter.ForAnother).ToList();
            var kept = await KeptBy(work.Db, own, cancel);
            List<MatterId> going = [.. own.Where(matter => matter.Outcome is not null && !kept.ContainsKey(matter.Matter)).Select(matter => matter.Matter)];
            CustomerId?[] people = [.. family];
            var callbacks = await Over(work.Db, people, cancel);
            // A number that no case asks for rests on nothing.
            var loose = await NumberRegister.ForgetLoose(work.Db, family, cancel);
            if (going.Count + callbacks.Count == 0 && own.Count > 0 && !loose) return Refusal(kept.Values);

            await Erase(work, going, callbacks, family, cancel);
            work.Journal.Write(new ErasedAtRequest(found.Value.Customer, found.Value.Request, going.Count), by);
            return default(Done);
        }, cancel);

    private async Task Erase(Work work, List<MatterId> going, List<CallbackId> callbacks, IReadOnlyList<CustomerId> family, CancellationToken cancel)
    {
        var db = work.Db;
        var said = await matters.Handle(work, going, cancel);
        await DestroyCase.EmptyCallbacks(db, callbacks, cancel);
        var gone = await customers.Handle(work, family, one => DestroyCase.HasCallback(db, one, cancel), cancel);
        Guid[] things = [.. said.Matters.Select(one => one.Value), .. said.Contacts.Select(one => one.Value), .. callbacks.Select(one => one.Value)];
        await EraseMessages.About(db, things, cancel);
        await EraseDocuments.Of(db, things, cancel);
        await journal.Erase(db, [.. things, .. gone.Select(one => one.Value)], others => DestroyCase.Living(db, others, cancel), cancel);
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

    private static Failure Refusal(Dictionary<MatterId, Case>.ValueCollection kept)
    {
        if (kept.Count == 0 || kept.Any(one => one.KeptUntil is null)) return AccessFailures.StillOpen;
        if (kept.Any(one => one.Nomination == ArchiveNomination.Keep)) return AccessFailures.KeptForEver;
        return AccessFailures.KeptUntil.With(kept.Max(one => one.KeptUntil ?? LocalDate.MinIsoValue));
    }
}

/// <summary>What is kept of somebody was erased as they asked, as far as the law allows; with how many things that they said.</summary>
[JournalEvent("customer.erased-at-request", Audience.Audit)]
public sealed record ErasedAtRequest(CustomerId Customer, CaseId? Request, int Matters) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => new[] { Customer.Value, Request?.Value }.OfType<Guid>();
}

using Loket.Cases.Callbacks;
using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>Which cases are to be destroyed by now, and puts them on lists.</summary>
internal static class DueCases
{
    /// <summary>More than anybody can look through at a time; what is left comes on a next list.</summary>
    public const int MostOnList = 500;

    /// <summary>Kept long enough, held by nobody, with nobody still to be called back about it, and by itself: what goes on as part of another goes with that,
    /// so a hold or a callback request on a part keeps the whole.</summary>
    public static IQueryable<Case> DueOn(this IQueryable<Case> cases, LoketDb db, LocalDate today)
    {
        var holds = db.Set<CaseHold>().Where(hold => hold.Until >= today);
        var callbacks = db.Set<CallbackRequest>().Where(callback => callback.EndedAt == null);
        var parts = db.Cases;
        return cases.Where(one => one.KeptUntil != null && one.KeptUntil < today && one.DestroyedAt == null && one.Nomination == ArchiveNomination.Destroy
            && !holds.Any(hold => hold.CaseId == one.Id)
            && !callbacks.Any(callback => callback.CaseId == one.Id)
            && !parts.Any(part => part.MergedInto == one.Id && (holds.Any(hold => hold.CaseId == part.Id) || callbacks.Any(callback => callback.CaseId == part.Id))));
    }

    /// <summary>The same, as far as they stand on no list yet.</summary>
    public static IQueryable<Case> ToList(LoketDb db, LocalDate today, Actor by)
    {
        var items = db.DestructionItems.Where(item => item.Fate == DestructionFate.Listed);
        return db.Cases.VisibleTo(by).DueOn(db, today).Where(one => !items.Any(item => item.CaseId == one.Id));
    }

    /// <summary>Puts all that the reader may know of on lists, the longest kept first; of each sensitive group apart.</summary>
    /// <returns>How many lists.</returns>
    public static async Task<int> Draw(Work work, StaffId? proposedBy, Actor by, CancellationToken cancel)
    {
        var today = await Retention.Today(work, cancel);
        var due = ToList(work.Db, today, by);
        var lists = 0;
        foreach (var group in await due.Select(one => one.SensitiveGroup).Distinct().ToListAsync(cancel))
        {
            var ids = await due.Where(one => one.SensitiveGroup == group).OrderBy(one => one.KeptUntil).ThenBy(one => one.Id).Select(one => one.Id).Take(MostOnList).ToListAsync(cancel);
            var list = new DestructionList { Id = Ids.New<DestructionListId>(), DrawnAt = work.Now, SensitiveGroup = group };
            if (proposedBy is { } staff) list.Propose(staff, work.Now);
            work.Db.Add(list);
            work.Db.AddRange(ids.Select(id => new DestructionItem { List = list.Id, CaseId = id }));
            work.Journal.Write(new DestructionDrawn(list.Id, ids.Count), by);
            lists++;
        }

        return lists;
    }
}

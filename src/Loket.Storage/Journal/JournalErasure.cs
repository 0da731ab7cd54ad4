using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Journal;

/// <summary>Erases the personal values of entries whose time is up. The entries stay, and the chain with them: it is made of salted digests of those values, and the salt goes too.</summary>
public sealed class JournalErasure(EventTypes events)
{
    /// <summary>Erases the personal values of the entries about these things.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="subjects">Whose timelines.</param>
    /// <param name="kept">Which of the other things on whose timeline such an entry stands are kept: what was said about both stays as long as either.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Erase(
        LoketDb db, IReadOnlyCollection<Guid> subjects, Func<IReadOnlyCollection<Guid>, Task<IReadOnlyCollection<Guid>>> kept, CancellationToken cancel)
    {
        var about = db.Set<JournalSubject>().Where(one => subjects.Contains(one.SubjectId)).Select(one => one.EntryId);
        var rows = await (
            from personal in db.Set<JournalPersonal>().AsNoTracking()
            where about.Contains(personal.EntryId)
            join entry in db.Journal.AsNoTracking() on personal.EntryId equals entry.Id
            select new { entry.Id, entry.Kind, entry.Data }).ToListAsync(cancel);
        if (rows.Count == 0) return;

        // An entry is found by its subject; its other subjects stand in itself.
        var beside = rows.ToDictionary(row => row.Id, row => events.Read(row.Kind, row.Data, null)?.About().Except(subjects).ToList() ?? []);
        var others = beside.Values.SelectMany(each => each).Distinct().ToList();
        var staying = others.Count == 0 ? [] : await kept(others);
        var erased = beside.Where(one => !one.Value.Exists(staying.Contains)).Select(one => one.Key).ToList();
        await db.Set<JournalPersonal>().Where(one => erased.Contains(one.EntryId)).ExecuteDeleteAsync(cancel);
    }
}

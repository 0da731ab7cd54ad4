using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>Where a page of the journal begins: after this entry.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Entry">Which.</param>
public sealed record JournalKey(Instant At, JournalEntryId Entry);

/// <summary>Which entries are asked for; what is null does not count.</summary>
/// <param name="Subjects">About whom or what; about one of them is enough, and an entry about several of them counts once.</param>
/// <param name="From">Not earlier than this.</param>
/// <param name="Until">Earlier than this.</param>
/// <param name="By">Who did it.</param>
/// <param name="Kinds">Names of events.</param>
public sealed record JournalQuestion(
    IReadOnlyCollection<Guid>? Subjects = null, Instant? From = null, Instant? Until = null, Guid? By = null, IReadOnlyCollection<string>? Kinds = null);

/// <summary>A page of the journal.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record JournalPage(IReadOnlyList<TimelineLine> Lines, JournalKey? Next);

/// <summary>Reads the journal of everything together, newest first. The caller has checked that the reader may.</summary>
public sealed class JournalSearch(EventTypes types)
{
    /// <summary>A page of at most <paramref name="size"/> entries; personal values only when they are asked for.</summary>
    public async Task<JournalPage> Page(LoketDb db, JournalQuestion question, int size, JournalKey? after, bool personal, CancellationToken cancel)
    {
        var entries = Asked(db, question);
        if (after is { At: var at, Entry: var last }) entries = entries.Where(entry => entry.At <= at && (entry.At < at || entry.Id < last));
        var values = db.Set<JournalPersonal>();
        var rows = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(size + 1).Select(entry => new
        {
            Entry = entry,
            Personal = personal ? values.Where(value => value.EntryId == entry.Id).Select(value => value.Data).FirstOrDefault() : null,
        }).ToListAsync(cancel);

        var lines = rows.Take(size).Select(row => new TimelineLine(
            row.Entry.Id, row.Entry.At, new Kernel.Who(row.Entry.WhoKind, row.Entry.WhoId), row.Entry.Audience, row.Entry.Kind,
            types.Read(row.Entry.Kind, row.Entry.Data, row.Personal), personal && row.Entry.PersonalDigest is not null && row.Personal is null)).ToList();
        return new JournalPage(lines, rows.Count > size ? new JournalKey(lines[^1].At, lines[^1].Entry) : null);
    }

    private static IQueryable<JournalEntry> Asked(LoketDb db, JournalQuestion question)
    {
        var entries = db.Journal.AsNoTracking();
        if (question.Subjects is { } subjects) entries = About(db, subjects).Join(entries, id => id, entry => entry.Id, (_, entry) => entry);

        if (question.From is { } from) entries = entries.Where(entry => entry.At >= from);
        if (question.Until is { } until) entries = entries.Where(entry => entry.At < until);
        if (question.By is { } by) entries = entries.Where(entry => entry.WhoId == by);
        if (question.Kinds is { } kinds) entries = entries.Where(entry => kinds.Contains(entry.Kind));
        return entries;
    }

    // Each entry once: somebody who looked at a case and the person on it in one go did so once.
    private static IQueryable<JournalEntryId> About(LoketDb db, IReadOnlyCollection<Guid> subjects)
    {
        var about = db.Set<JournalSubject>();
        if (subjects.Count != 1) return about.Where(one => subjects.Contains(one.SubjectId)).Select(one => one.EntryId).Distinct();
        var subject = subjects.First();
        return about.Where(one => one.SubjectId == subject).Select(one => one.EntryId);
    }
}

using Loket.Kernel;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage.Journal;

/// <summary>One line of a timeline.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Audience">For whose eyes.</param>
/// <param name="Kind">The name of the event.</param>
/// <param name="Happened">The event; null for a kind that this version no longer knows.</param>
/// <param name="Erased">Whether its personal values were erased.</param>
public sealed record TimelineLine(JournalEntryId Entry, Instant At, Who By, Audience Audience, string Kind, IJournalEvent? Happened, bool Erased = false);

/// <summary>Reads timelines. The caller has checked that the reader may see the subject.</summary>
public sealed class JournalReader(UnitOfWork work, EventTypes types)
{
    /// <summary>The timeline of a subject, newest first, at most <paramref name="most"/> lines, older than <paramref name="before"/> where given.</summary>
    public Task<IReadOnlyList<TimelineLine>> Timeline(Guid subject, Audience upTo, int most, JournalEntryId? before, CancellationToken cancel) =>
        work.Read<IReadOnlyList<TimelineLine>>(async db =>
        {
            var subjects = db.Set<JournalSubject>().Where(one => one.SubjectId == subject);
            if (before is { } id)
            {
                if (await subjects.Where(one => one.EntryId == id).Select(one => (Instant?)one.At).SingleOrDefaultAsync(cancel) is not { } at) return [];
                subjects = subjects.Where(one => one.At <= at && (one.At < at || one.EntryId < id));
            }

            return await Read(db, subjects, upTo, most, cancel);
        });

    /// <summary>The timeline of several subjects as one, in one question: what is about two of them stands in it once.</summary>
    public Task<IReadOnlyList<TimelineLine>> Timeline(IReadOnlyList<Guid> subjects, Audience upTo, int most, CancellationToken cancel) =>
        work.Read<IReadOnlyList<TimelineLine>>(async db =>
        {
            var ids = subjects.Distinct().ToList();
            return [.. (await Read(db, db.Set<JournalSubject>().Where(one => ids.Contains(one.SubjectId)), upTo, most, cancel)).DistinctBy(line => line.Entry)];
        });

    /// <summary>When a person, or a program of another, last did something about each of these subjects; who has none of it is left out. Neither looks nor what the program and virtual colleagues did count.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Instant>> LastDone(LoketDb db, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        WhoKind[] doers = [WhoKind.Staff, WhoKind.Resident, WhoKind.Partner, WhoKind.Client];
        return await (
            from one in db.Set<JournalSubject>()
            where subjects.Contains(one.SubjectId)
            join entry in db.Journal on one.EntryId equals entry.Id
            where entry.Audience != Audience.Audit && doers.Contains(entry.WhoKind)
            group one by one.SubjectId into done
            select new { Subject = done.Key, At = done.Max(one => one.At) }).ToDictionaryAsync(done => done.Subject, done => done.At, cancel);
    }

    /// <summary>What happened of one kind since a moment, newest first, without its personal values; what virtual colleagues did is left out.</summary>
    /// <param name="kind">The name of the event.</param>
    /// <param name="since">Not before this.</param>
    /// <param name="most">No more than this.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<IReadOnlyList<TimelineLine>> Happened(string kind, Instant since, int most, CancellationToken cancel) => work.Read<IReadOnlyList<TimelineLine>>(async db =>
        (await db.Journal.Where(entry => entry.Kind == kind && entry.At >= since && entry.WhoKind != WhoKind.VirtualColleague)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(most).ToListAsync(cancel))
        .ConvertAll(entry => new TimelineLine(
            entry.Id, entry.At, new Who(entry.WhoKind, entry.WhoId), entry.Audience, entry.Kind, types.Read(entry.Kind, entry.Data, null), entry.PersonalDigest is not null)));

    private async Task<IReadOnlyList<TimelineLine>> Read(LoketDb db, IQueryable<JournalSubject> subjects, Audience upTo, int most, CancellationToken cancel)
    {
        Audience[] audiences = [.. Enum.GetValues<Audience>().Where(audience => audience <= upTo)];
        var rows = await (
            from one in subjects
            join entry in db.Journal on one.EntryId equals entry.Id
            where audiences.Contains(entry.Audience)
            orderby one.At descending, one.EntryId descending
            select new
            {
                Entry = entry,
                Personal = db.Set<JournalPersonal>().Where(personal => personal.EntryId == entry.Id).Select(personal => personal.Data).FirstOrDefault(),
            }).Take(most).ToListAsync(cancel);
        return [.. rows.Select(row => new TimelineLine(
            row.Entry.Id, row.Entry.At, new Who(row.Entry.WhoKind, row.Entry.WhoId), row.Entry.Audience, row.Entry.Kind,
            types.Read(row.Entry.Kind, row.Entry.Data, row.Personal), row.Entry.PersonalDigest is not null && row.Personal is null))];
    }
}

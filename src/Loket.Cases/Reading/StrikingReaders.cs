using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A colleague who opened very many cases and people without having work on them.</summary>
/// <param name="Staff">Who.</param>
/// <param name="Things">How many of them.</param>
public sealed record StrikingReader(StaffId Staff, int Things);

/// <summary>Whose looks strike the eye (row K4): who opened very much with which they did nothing, and which is neither theirs nor their teams'. Gives numbers, and nothing of what was opened.</summary>
public sealed class StrikingReaders(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>From so many cases and people it strikes the eye.</summary>
    public const int Many = 25;

    private const int Most = 10;

    // Of so many is asked whose what they opened is, before the most striking are chosen.
    private const int Asked = 3 * Most;

    // A question takes only so many values.
    private const int Piece = 500;

    /// <summary>They, most first; nobody for who may not review looks.</summary>
    public Task<IReadOnlyList<StrikingReader>> Handle(Actor by, CancellationToken cancel) => unit.Read<IReadOnlyList<StrikingReader>>(async db =>
    {
        if (!by.May(Right.ReviewLooks)) return [];
        var since = tenant.Tenant.Clock.Now().InUtc().Date.PlusDays(1 - OpenedThings.Days);
        List<StrikingReader> found = [];
        foreach (var reader in (await OpenedThings.Readers(db, since, Many, Asked, cancel)).Select(id => new StaffId(id)))
        {
            var things = 0;
            var opened = await OpenedThings.By(db, reader.Value, since, cancel);
            List<TeamId> teams = [.. (await StaffDirectory.Find(db, reader, cancel))?.Teams ?? []];
            foreach (var piece in opened.Chunk(Piece)) things += piece.Length - (await WorkOf(db, reader, teams, piece, cancel)).Count;
            if (things >= Many) found.Add(new StrikingReader(reader, things));
        }

        return [.. found.OrderByDescending(one => one.Things).Take(Most)];
    });

    // What of it is the work of a colleague or of their teams: their cases, who stands on those, and whom they call back.
    private static async Task<HashSet<Guid>> WorkOf(LoketDb db, StaffId reader, List<TeamId> teams, Guid[] things, CancellationToken cancel)
    {
        List<CaseId> ids = [.. things.Select(id => new CaseId(id))];
        List<CustomerId> people = [.. things.Select(id => new CustomerId(id))];
        var theirs = db.Cases.Where(one => one.Handler == reader || (one.Team != null && teams.Contains(one.Team.Value)));
        var cases = await theirs.Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync(cancel);
        var onThem = await db.Participants.Where(one => one.Customer != null && people.Contains(one.Customer.Value) && theirs.Any(known => known.Id == one.CaseId))
            .Select(one => one.Customer!.Value).ToListAsync(cancel);
        var called = await db.Callbacks.Where(one => one.Customer != null && people.Contains(one.Customer.Value) && (one.Owner == reader || teams.Contains(one.Team)))
            .Select(one => one.Customer!.Value).ToListAsync(cancel);
        return [.. cases.Select(id => id.Value), .. onThem.Concat(called).Select(id => id.Value)];
    }
}

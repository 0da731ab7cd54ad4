using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Together;

/// <summary>Somebody else who has the same case before them.</summary>
/// <param name="Staff">Who.</param>
/// <param name="Doing">What they do.</param>
public sealed record PersonHere(StaffId Staff, CaseDoing Doing);

/// <summary>Somebody has a case before them, and hears who else does, so that two do not do the same (row B3).</summary>
public sealed class BeOnCase(UnitOfWork unit, TimeProvider machine)
{
    // Some beats may be missed: a window in the background is slowed down by its browser.
    internal static readonly Duration Stays = Duration.FromMinutes(2);

    // Who goes from page to page is not written down each time.
    private static readonly Duration FreshFor = Duration.FromSeconds(15);

    private static readonly string[] Columns = ["case_id", "staff_id", "doing", "seen_at"];

    /// <summary>Says that the reader is here; gives the others. Nobody for who may not know of the case.</summary>
    public async Task<IReadOnlyList<PersonHere>> Handle(CaseId id, CaseDoing doing, Actor by, CancellationToken cancel)
    {
        if (by.Staff is not { } me) return [];
        var now = machine.Instant();
        var here = await unit.Read(async db => await db.Cases.VisibleTo(by).AnyAsync(one => one.Id == id, cancel) ? await Here(db, id, now, cancel) : null);
        if (here is null) return [];
        if (IsNew(here, me, doing, now))
        {
            await unit.Run<Done>(async work =>
            {
                var old = now - Stays;
                await work.Db.Set<CasePresence>().Where(one => one.SeenAt <= old).ExecuteDeleteAsync(cancel);
                Write(work, id, doing, me, now);
                return default(Done);
            }, cancel);
        }

        return Others(here, me);
    }

    /// <summary>Everybody who has a case before them. The caller has checked that the reader may know of it.</summary>
    internal static Task<List<CasePresence>> Here(LoketDb db, CaseId id, Instant now, CancellationToken cancel)
    {
        var since = now - Stays;
        return db.Set<CasePresence>().Where(one => one.CaseId == id && one.SeenAt > since).OrderBy(one => one.StaffId).ToListAsync(cancel);
    }

    /// <summary>Whether it is not written down yet that somebody does this, or was too long ago.</summary>
    internal static bool IsNew(List<CasePresence> here, StaffId me, CaseDoing doing, Instant now) =>
        here.Find(one => one.StaffId == me) is not { } mine || mine.Doing != doing || now - mine.SeenAt > FreshFor;

    /// <summary>All but the reader.</summary>
    internal static IReadOnlyList<PersonHere> Others(List<CasePresence> here, StaffId me) => [.. here.Where(one => one.StaffId != me).Select(one => new PersonHere(one.StaffId, one.Doing))];

    /// <summary>Writes down that somebody is here, in the place of what they did before.</summary>
    internal static void Write(Work work, CaseId id, CaseDoing doing, StaffId me, Instant now)
    {
        var kind = work.Db.Kind;
        work.Append(new AppendedRows(CasePresenceConfiguration.Table, Columns, [[kind.Parameter(id.Value), kind.Parameter(me.Value), doing.ToString(), now.ToUnixTimeTicks() / 10]])
        {
            Standing = "ON CONFLICT (case_id, staff_id) DO UPDATE SET doing = excluded.doing, seen_at = excluded.seen_at",
        });
    }
}

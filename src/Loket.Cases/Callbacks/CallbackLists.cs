using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Which list of callback requests.</summary>
public enum CallbackListKind
{
    /// <summary>Whom I call.</summary>
    Mine,

    /// <summary>Whom my teams call.</summary>
    Team,

    /// <summary>Who waits longer than was promised.</summary>
    Late,

    /// <summary>All that are open.</summary>
    All,
}

/// <summary>One row of a list.</summary>
public sealed record CallbackRow(
    CallbackId Id, int Version, string Reference, [property: Personal("calling back", "case")] string? Name, [property: Personal("calling back", "case")] string Phone,
    [property: Personal("calling back", "case")] string About, TeamId Team, StaffId? Owner, CallWindow Window, int Attempts, int Raised, Instant SortAt);

/// <summary>A page of a list.</summary>
/// <param name="Rows">Soonest first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CallbackPage(IReadOnlyList<CallbackRow> Rows, (Instant SortAt, CallbackId Id)? Next);

/// <summary>What became of requests that somebody has before them.</summary>
/// <param name="Changed">Those that stand on the list and are not as they were seen, as they are now.</param>
/// <param name="Gone">Those that stand on it no more.</param>
public sealed record CallbacksAgain(IReadOnlyList<CallbackRow> Changed, IReadOnlyList<SeenCallback> Gone);

/// <summary>How many are on each list, exact to a thousand.</summary>
public sealed record CallbackCounts(int Mine, int Team, int Late, int All);

/// <summary>Open callback requests, soonest first, within the reader's rights. Who reads them is seen looking.</summary>
public sealed class CallbackLists(UnitOfWork unit, TenantContext tenant, Looks looks)
{
    private const int MostCounted = 1000;
    private const string InList = "callbacks.";
    private const string InExport = "callbacks-export.";

    /// <summary>A page of a list.</summary>
    public Task<CallbackPage> Page(CallbackListKind kind, Actor by, int size, (Instant SortAt, CallbackId Id)? after, CancellationToken cancel) =>
        Page(InList + kind, kind, by, size, after, cancel);

    /// <summary>A part of a list as it is taken out of the program.</summary>
    public Task<CallbackPage> Export(CallbackListKind kind, Actor by, int size, (Instant SortAt, CallbackId Id)? after, CancellationToken cancel) =>
        Page(InExport + kind, kind, by, size, after, cancel);

    private async Task<CallbackPage> Page(string purpose, CallbackListKind kind, Actor by, int size, (Instant SortAt, CallbackId Id)? after, CancellationToken cancel)
    {
        var rows = await unit.Read(db =>
        {
            var callbacks = Of(db, kind, by);
            // The first condition looks superfluous; without it PostgreSQL scans.
            if (after is { SortAt: var at, Id: var id }) callbacks = callbacks.Where(one => one.SortAt >= at && (one.SortAt > at || one.Id > id));
            return Rows(callbacks.OrderBy(one => one.SortAt).ThenBy(one => one.Id), size + 1, cancel);
        });
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        await Look(rows, purpose, by, cancel);
        return new CallbackPage(rows, more ? (rows[^1].SortAt, rows[^1].Id) : null);
    }

    /// <summary>How many are on each list.</summary>
    public Task<CallbackCounts> Counts(Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var (mine, team, late, all) = (Some(CallbackListKind.Mine), Some(CallbackListKind.Team), Some(CallbackListKind.Late), Some(CallbackListKind.All));
        // One round trip for all of them; where there is no request at all, there is nothing to count.
        return await db.Callbacks.OrderBy(one => one.Id).Take(1).Select(_ => new CallbackCounts(mine.Count(), team.Count(), late.Count(), all.Count())).FirstOrDefaultAsync(cancel)
            ?? new CallbackCounts(0, 0, 0, 0);

        IQueryable<CallbackRequest> Some(CallbackListKind kind) => Of(db, kind, by).Take(MostCounted + 1);
    });

    /// <summary>How many came onto a list since a moment, exact to a thousand: they were made, were given to the team or the reader, or wait too long since.</summary>
    public Task<int> News(CallbackListKind kind, Actor by, Instant since, CancellationToken cancel) => unit.Read(db =>
    {
        var callbacks = Of(db, kind, by);
        var news = kind switch
        {
            CallbackListKind.Mine => callbacks.Where(one => one.GivenAt > since),
            CallbackListKind.Team => callbacks.Where(one => one.TeamSince > since),
            CallbackListKind.Late => callbacks.Where(one => one.UntilAt >= since),
            _ => callbacks.Where(one => one.MadeAt > since),
        };
        return news.Take(MostCounted + 1).CountAsync(cancel);
    });

    /// <summary>How many of these are not as somebody has them before them, or are there for them no more.</summary>
    public Task<int> Changed(IReadOnlyCollection<SeenCallback> seen, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        CallbackId[] ids = [.. seen.Select(one => one.Id)];
        var stand = await db.Callbacks.VisibleTo(by).Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Version }).ToDictionaryAsync(one => one.Id, one => one.Version, cancel);
        return seen.Count(one => !stand.TryGetValue(one.Id, out var version) || version != one.Version);
    });

    /// <summary>What became of these on a list. Only what is shown anew is seen.</summary>
    public async Task<CallbacksAgain> Again(CallbackListKind kind, IReadOnlyCollection<SeenCallback> seen, Actor by, CancellationToken cancel)
    {
        CallbackId[] ids = [.. seen.Select(one => one.Id)];
        var stand = await unit.Read(db => Rows(Of(db, kind, by).Where(one => ids.Contains(one.Id)).OrderBy(one => one.SortAt).ThenBy(one => one.Id), ids.Length, cancel));
        var changed = stand.FindAll(row => !seen.Contains(new SeenCallback(row.Id, row.Version)));
        await Look(changed, InList + kind, by, cancel);
        return new CallbacksAgain(changed, [.. seen.Where(one => stand.TrueForAll(row => row.Id != one.Id))]);
    }

    private Task Look(IEnumerable<CallbackRow> rows, string purpose, Actor by, CancellationToken cancel) =>
        looks.Write([.. rows.Select(row => row.Id)], seen => new CallbacksLookedAt(seen, purpose), purpose, RequestKey.None, by, cancel);

    internal static Task<List<CallbackRow>> Rows(IQueryable<CallbackRequest> callbacks, int most, CancellationToken cancel) => callbacks.Take(most).Select(one => new CallbackRow(
        one.Id, one.Version, one.Reference, one.Name, one.Phone, one.About, one.Team, one.Owner, new CallWindow(one.FromAt, one.UntilAt), one.Attempts, one.Raised, one.SortAt)).ToListAsync(cancel);

    private IQueryable<CallbackRequest> Of(LoketDb db, CallbackListKind kind, Actor by)
    {
        var open = db.Callbacks.VisibleTo(by).Where(one => one.EndedAt == null);
        var (me, now) = (by.Staff, tenant.Tenant.Clock.Now());
        TeamId[] teams = [.. by.Teams];
        return kind switch
        {
            CallbackListKind.Mine => open.Where(one => one.Owner == me),
            CallbackListKind.Team => open.Where(one => teams.Contains(one.Team)),
            // Who called again is sorted before the end of the promise, never behind it: the first condition is for the index.
            CallbackListKind.Late => open.Where(one => one.SortAt < now && one.UntilAt < now),
            _ => open,
        };
    }
}

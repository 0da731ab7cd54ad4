using Loket.Cases.Colleagues;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Tasks;

/// <summary>A task that is to be done. It tells nothing of what residents wrote, so reading it is no look.</summary>
/// <param name="Id">Which.</param>
/// <param name="Nl">What, in Dutch.</param>
/// <param name="En">What, in English.</param>
/// <param name="Reference">The number of its case.</param>
/// <param name="Category">Key of the subject of that.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="Norm">How long it may take.</param>
public sealed record TaskRow(CaseTaskId Id, string Nl, string En, string Reference, string? Category, Instant DueAt, Norm Norm);

/// <summary>Where the next page of tasks begins: behind this one.</summary>
public readonly record struct TaskKey(Instant DueAt, CaseTaskId Id);

/// <summary>A page of tasks.</summary>
/// <param name="Rows">The rows, those that must be done first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record TaskPage(IReadOnlyList<TaskRow> Rows, TaskKey? Next)
{
    /// <summary>No tasks.</summary>
    public static TaskPage None { get; } = new([], null);
}

/// <summary>What there is to do in cases by their types, beside the cases themselves.</summary>
public sealed class TaskLists(UnitOfWork unit, TenantContext tenant)
{
    /// <summary>So many stand on a page.</summary>
    public const int Most = 20;

    /// <summary>So many go into a file.</summary>
    public const int MostInFile = 5_000;

    /// <summary>Those of the reader, also what is the handler's in the reader's own cases; or those of the teams of the reader. What sleeps is left out until its day has come. Empty for other lists.</summary>
    public async Task<TaskPage> Of(WorklistKind kind, Actor by, TaskKey? after, CancellationToken cancel)
    {
        var rows = await Of(kind, by, null, after, Most + 1, cancel);
        return rows.Count <= Most ? new TaskPage(rows, null) : new TaskPage([.. rows.Take(Most)], new TaskKey(rows[Most - 1].DueAt, rows[Most - 1].Id));
    }

    /// <summary>Of those that were shown, the ones that stand there still, on whichever page, as they are now.</summary>
    public Task<IReadOnlyList<TaskRow>> Again(WorklistKind kind, Actor by, IEnumerable<CaseTaskId> shown, CancellationToken cancel)
    {
        List<CaseTaskId> among = [.. shown];
        return Of(kind, by, among, null, among.Count, cancel);
    }

    /// <summary>All of them, for a file.</summary>
    public Task<IReadOnlyList<TaskRow>> InFile(WorklistKind kind, Actor by, CancellationToken cancel) => Of(kind, by, null, null, MostInFile, cancel);

    private Task<IReadOnlyList<TaskRow>> Of(WorklistKind kind, Actor by, List<CaseTaskId>? among, TaskKey? after, int most, CancellationToken cancel) => unit.Read<IReadOnlyList<TaskRow>>(async db =>
    {
        // Where neither a kind nor a virtual colleague brings tasks, nothing is asked.
        if (kind is not (WorklistKind.Mine or WorklistKind.Team)) return [];
        if ((await db.TypeVersions(cancel)).Values.All(version => version.Details.Tasks.Count == 0) && (await db.Colleagues(cancel)).Count == 0) return [];
        var (me, now) = (by.Staff, tenant.Tenant.Clock.Now());
        var open = db.Set<CaseTask>().Where(task => task.State == TaskState.Open);
        if (among is not null) open = open.Where(task => among.Contains(task.Id));
        // Whose day has come is to be done, also where the timer that wakes it did not run: as on the list of cases.
        var cases = db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed && (one.SnoozedUntil == null || one.SnoozedUntil <= now));
        if (kind == WorklistKind.Mine)
        {
            // Each by an index of its own.
            var own = await Rows(db, open.Where(task => task.Staff == me), cases, after, most, cancel);
            var handled = await Rows(db, open.Where(task => task.Staff == null && task.Team == null), cases.Where(one => one.Handler == me), after, most, cancel);
            return [.. own.Concat(handled).OrderBy(row => row.DueAt).ThenBy(row => row.Id.Value).Take(most)];
        }

        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return await Rows(db, open.Where(task => teams.Contains(task.Team)), cases, after, most, cancel);
    });

    // What became another kind has the tasks of that; where some are left out, those behind them come up.
    private static async Task<IReadOnlyList<TaskRow>> Rows(LoketDb db, IQueryable<CaseTask> tasks, IQueryable<Case> cases, TaskKey? after, int most, CancellationToken cancel)
    {
        var types = await db.TypeVersions(cancel);
        var rows = new List<TaskRow>();
        for (var last = after; ;)
        {
            var part = await Beyond(tasks, last).Join(cases, task => task.CaseId, one => one.Id, (task, one) => new
            {
                task.Id, task.Key, task.Nl, task.En, task.DueAt, task.NormKind, task.NormAmount, one.Reference, one.Category, one.Type, one.TypeVersion,
            }).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancel);
            rows.AddRange(part.Where(row => CaseTask.IsOf(row.Key, types[(row.Type, row.TypeVersion)].Details.Tasks))
                .Select(row => new TaskRow(row.Id, row.Nl, row.En, row.Reference, row.Category, row.DueAt, new Norm(row.NormKind, row.NormAmount))));
            if (part.Count < most || rows.Count >= most) return rows.Count > most ? rows.GetRange(0, most) : rows;
            last = new TaskKey(part[^1].DueAt, part[^1].Id);
        }
    }

    private static IQueryable<CaseTask> Beyond(IQueryable<CaseTask> tasks, TaskKey? after)
    {
        if (after is not { DueAt: var at, Id: var id }) return tasks;
        // The first condition looks superfluous; without it PostgreSQL scans.
        return tasks.Where(task => task.DueAt >= at && (task.DueAt > at || task.Id > id));
    }
}

using Loket.Cases.Colleagues;
using Loket.Cases.Reading;
using Loket.Cases.Types;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
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

/// <summary>What there is to do in cases by their types, beside the cases themselves.</summary>
public sealed class TaskLists(UnitOfWork unit)
{
    /// <summary>So many are read at once; those that must be done first.</summary>
    public const int Most = 20;

    /// <summary>So many go into a file.</summary>
    public const int MostInFile = 5_000;

    /// <summary>Those of the reader, also what is the handler's in the reader's own cases; or those of the teams of the reader. What sleeps is left out. Empty for other lists.</summary>
    public Task<IReadOnlyList<TaskRow>> Of(WorklistKind kind, Actor by, CancellationToken cancel) => Of(kind, by, Most, cancel);

    /// <summary>The same, for a file.</summary>
    public Task<IReadOnlyList<TaskRow>> InFile(WorklistKind kind, Actor by, CancellationToken cancel) => Of(kind, by, MostInFile, cancel);

    private Task<IReadOnlyList<TaskRow>> Of(WorklistKind kind, Actor by, int most, CancellationToken cancel) => unit.Read<IReadOnlyList<TaskRow>>(async db =>
    {
        // Where neither a kind nor a virtual colleague brings tasks, nothing is asked.
        if (kind is not (WorklistKind.Mine or WorklistKind.Team)) return [];
        if ((await db.TypeVersions(cancel)).Values.All(version => version.Details.Tasks.Count == 0) && (await db.Colleagues(cancel)).Count == 0) return [];
        var me = by.Staff;
        var open = db.Set<CaseTask>().Where(task => task.State == TaskState.Open);
        var cases = db.Cases.VisibleTo(by).Where(one => one.Status != CaseStatus.Closed && one.SnoozedUntil == null);
        if (kind == WorklistKind.Mine)
        {
            // Each by an index of its own.
            var own = await Rows(db, open.Where(task => task.Staff == me), cases, most, cancel);
            var handled = await Rows(db, open.Where(task => task.Staff == null && task.Team == null), cases.Where(one => one.Handler == me), most, cancel);
            return [.. own.Concat(handled).OrderBy(row => row.DueAt).Take(most)];
        }

        TeamId?[] teams = [.. by.Teams.Cast<TeamId?>()];
        return await Rows(db, open.Where(task => teams.Contains(task.Team)), cases, most, cancel);
    });

    private static async Task<IReadOnlyList<TaskRow>> Rows(LoketDb db, IQueryable<CaseTask> tasks, IQueryable<Case> cases, int most, CancellationToken cancel)
    {
        var rows = await tasks.Join(cases, task => task.CaseId, one => one.Id, (task, one) => new
        {
            task.Id, task.Key, task.Nl, task.En, task.DueAt, task.NormKind, task.NormAmount, one.Reference, one.Category, one.Type, one.TypeVersion,
        }).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var types = await db.TypeVersions(cancel);
        // What became another kind has the tasks of that.
        return
        [
            .. rows.Where(row => CaseTask.IsOf(row.Key, types[(row.Type, row.TypeVersion)].Details.Tasks))
                .Select(row => new TaskRow(row.Id, row.Nl, row.En, row.Reference, row.Category, row.DueAt, new Norm(row.NormKind, row.NormAmount))),
        ];
    }
}

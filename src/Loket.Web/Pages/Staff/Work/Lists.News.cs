using System.Globalization;
using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>What a list that stands open asks: what came onto it, and what became of what it shows.</summary>
public sealed partial class ListsModel
{
    /// <summary>What was shown and stands on the list no more.</summary>
    public IReadOnlyList<SeenCase> Gone { get; private set; } = [];

    /// <summary>The tasks that were shown and stand there no more, as they were asked after.</summary>
    public IReadOnlyList<string> GoneTasks { get; private set; } = [];

    /// <summary>Address that tells how many came onto the list since it was shown.</summary>
    /// <remarks>It says what is shown and not by which view, so that nothing has to be looked up for it each minute.</remarks>
    public string News
    {
        get
        {
            var asked = QueryHelpers.AddQueryString(FilterForm.Of(query.Filter, query.Sort).In(Here), "handler", "News");
            asked = QueryHelpers.AddQueryString(asked, "sinds", shownAt.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
            if (!showsTasks) return asked;
            asked = QueryHelpers.AddQueryString(asked, "metTaken", "true");
            return AreFirstTasks ? asked : QueryHelpers.AddQueryString(asked, "takenNa", TasksAfter!);
        }
    }

    /// <summary>A task as it is asked after: which, and until when it was shown to be.</summary>
    public static string ValueOf(TaskRow task) => string.Create(CultureInfo.InvariantCulture, $"{task.Id.Value:N}.{task.DueAt.ToUnixTimeTicks()}");

    /// <summary>How many came onto the list since it was shown, for who has it before them; and behind that how many of those that are shown are not as they were seen.</summary>
    /// <param name="sinds">When it was shown.</param>
    /// <param name="gezien">The cases that are shown.</param>
    /// <param name="metTaken">Whether tasks stand above them; which page of them is said as on the list itself.</param>
    /// <param name="taken">The tasks that are shown.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetNewsAsync(long sinds, string? gezien, bool metTaken, string? taken, CancellationToken cancel)
    {
        if (!IsList || sinds < Instant.MinValue.ToUnixTimeTicks() || sinds > Instant.MaxValue.ToUnixTimeTicks()) return NotFound();
        Response.Headers.CacheControl = "no-store";
        var (seen, seenTasks) = (BulkForm.InAddress(gezien), TasksInAddress(taken));
        var news = await lists.News(Filter.Shown(Kind), Actor, Instant.FromUnixTimeTicks(sinds), cancel);
        var changed = seen.Count == 0 ? 0 : await lists.Changed(seen, Actor, cancel);
        if (metTaken)
        {
            news += (await tasks.Of(Kind, Actor, ReadTasks(), cancel)).Rows.Count(task => !seenTasks.ContainsKey(task.Id));
            changed += seenTasks.Count - (await Still(seenTasks, cancel)).Count(task => seenTasks[task.Id] == ValueOf(task));
        }

        var told = news.ToString(CultureInfo.InvariantCulture);
        return Content(seen.Count + seenTasks.Count == 0 ? told : told + " " + changed.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The rows that are not as they were seen, as they are now; empty ones of what stands on this list no more. No others, so that nothing moves, and nobody is said to have seen what is not shown.</summary>
    /// <param name="gezien">The cases that are shown.</param>
    /// <param name="taken">The tasks that are shown.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnGetRowsAsync(string? gezien, string? taken, CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        Response.Headers.CacheControl = "no-store";
        await LoadQuery(cancel);
        (shownAt, calendar) = (tenant.Tenant.Clock.Now(), await calendars.Current(cancel));
        var (seen, seenTasks) = (BulkForm.InAddress(gezien), TasksInAddress(taken));
        IReadOnlyList<WorklistRow> now = seen.Count == 0 ? [] : (await lists.Again(query, Actor, [.. seen.Select(one => one.Id)], cancel)).Rows;
        Rows = new WorklistPage([.. now.Where(row => !seen.Contains(new SeenCase(row.Id, row.Version)))], null);
        Gone = [.. seen.Where(one => now.All(row => row.Id != one.Id))];
        var stand = await Still(seenTasks, cancel);
        Tasks = new TaskPage([.. stand.Where(task => seenTasks[task.Id] != ValueOf(task))], null);
        GoneTasks = [.. seenTasks.Where(one => stand.All(task => task.Id != one.Key)).Select(one => one.Value)];
        return Partial("_Fresh", this);
    }

    // What others pushed to the next page stands on the list all the same.
    private async Task<IReadOnlyList<TaskRow>> Still(Dictionary<CaseTaskId, string> shown, CancellationToken cancel) =>
        shown.Count == 0 ? [] : await tasks.Again(Kind, Actor, shown.Keys, cancel);

    // With commas between, as many as are shown at most.
    private static Dictionary<CaseTaskId, string> TasksInAddress(string? text)
    {
        var seen = new Dictionary<CaseTaskId, string>();
        foreach (var one in (text ?? "").Split(',').Take(CaseActs.Most))
        {
            if (one.Split('.') is [var id, var due] && Guid.TryParseExact(id, "N", out var task) && long.TryParse(due, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                seen.TryAdd(new CaseTaskId(task), one);
        }

        return seen;
    }
}

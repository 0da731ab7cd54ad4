using System.Globalization;
using System.Runtime.CompilerServices;
using Loket.Cases.Reading;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>The list as a file for a spreadsheet: what the list shows, in its order, all pages of it.</summary>
public sealed partial class ListsModel
{
    private const int RowsAtOnce = 500;

    private static readonly string[] Columns = ["Reference", "Subject", "Category", "Where", "Status", "Handler", "Team", "Until", "Opened", "People"];

    private static readonly string[] TaskColumns = ["Task", "Reference", "Category", "Until"];

    /// <summary>Gives it; who takes it along is seen looking at all of it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        await LoadQuery(cancel);
        calendar = await calendars.Current(cancel);
        return new CsvResult($"werk-{(string.IsNullOrEmpty(List) ? "mijn" : List)}.csv", [.. Columns.Select(column => Words["Csv." + column])], Lines(cancel));
    }

    /// <summary>Gives the tasks of the list, which tell nothing of what residents wrote.</summary>
    public async Task<IActionResult> OnGetTasksCsvAsync(CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        Names = await books.WithEverybody(cancel);
        calendar = await calendars.Current(cancel);
        return new CsvResult($"taken-{(string.IsNullOrEmpty(List) ? "mijn" : List)}.csv", [.. TaskColumns.Select(column => Words["Csv." + column])], TaskLines(cancel));
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> TaskLines([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var task in await tasks.InFile(Kind, Actor, cancel)) yield return [NameBook.Of(task), task.Reference, Names.Category(task.Category), Moment(task.DueAt)];
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        WorklistKey? after = null;
        do
        {
            var page = await lists.Export(query, Actor, RowsAtOnce, after, cancel);
            foreach (var row in page.Rows) yield return Line(row);
            after = page.Next;
        }
        while (after is not null);
    }

    private string?[] Line(WorklistRow row) =>
    [
        row.Reference, row.Subject, Names.Category(row.Category), Names.Place(row.Address, row.Asset, row.Area), StaffWords.Here.Of(row.Status), Names.Person(row.Handler), Names.Team(row.Team),
        Moment(row.DeadlineAt), Moment(row.OpenedAt), row.Contacts.ToString(CultureInfo.InvariantCulture),
    ];

    private string? Moment(Instant? at) => at?.InZone(calendar.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

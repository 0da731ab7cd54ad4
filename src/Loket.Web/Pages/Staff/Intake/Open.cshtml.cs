using System.Globalization;
using System.Runtime.CompilerServices;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>Contacts whose ending was taken back and that nobody ended in another way: on a list, so that nobody is forgotten (row A2).</summary>
[Right(Right.RegisterContacts)]
public sealed class OpenModel(OpenMatters open, Calendars calendars) : StaffPage
{
    private static readonly string[] Columns = ["Reference", "Subject", "Channel", "At"];

    /// <summary>The matters, those that waited longest first.</summary>
    public IReadOnlyList<OpenMatter> Matters { get; private set; } = [];

    /// <summary>The municipality's clock.</summary>
    public DateTimeZone Zone { get; private set; } = null!;

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Matters = await open.Of(Actor, cancel);
        Zone = (await calendars.Current(cancel)).Zone;
        return Page();
    }

    /// <summary>The list as a file for a spreadsheet, within the reader's rights; who takes it along is seen looking.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        Zone = (await calendars.Current(cancel)).Zone;
        return new CsvResult("nog-af-te-handelen.csv", [.. Columns.Select(column => Words["Csv." + column])], Lines(cancel));
    }

    private async IAsyncEnumerable<IReadOnlyList<string?>> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var matter in await open.Of(Actor, cancel))
            yield return [matter.Reference, matter.Subject, StaffWords.Here.Of(matter.Channel), matter.At.InZone(Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)];
    }
}

using System.Globalization;
using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Review;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Journal;
using Loket.Web.Api;
using Loket.Web.Components;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Journal;

/// <summary>What happened everywhere and who saw what, for the privacy officer and the auditor.</summary>
[Right(Right.SeeJournal, Right.ReviewLooks)]
public sealed class IndexModel(LookIntoJournal look, ReviewedCases cases, StaffDirectory staff, NameBooks books, Calendars calendars) : StaffPage
{
    private const int Size = 50;
    private static readonly Failure UnknownReference = new("journal.unknown-reference", FailureKind.Invalid, "Reference");
    private static readonly Failure UnknownColleague = new("journal.unknown-colleague", FailureKind.Invalid, "Colleague");

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public JournalForm Form { get; set; } = new();

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    /// <summary>The entries, newest first.</summary>
    public IReadOnlyList<JournalRow> Rows { get; private set; } = [];

    /// <summary>Address of the first page; null on it.</summary>
    public string? First => After is null ? null : Url.Content(JournalNavigation.Home) + Asked();

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Whether the reader may see more than looks.</summary>
    public bool SeesAll => Actor.May(Right.SeeJournal);

    /// <summary>What sorts of entries there are.</summary>
    public IReadOnlyList<Choice> Sorts => [.. Enum.GetValues<JournalSort>().Select(sort => new Choice(sort.ToString(), Words["Sort." + sort]))];

    /// <summary>Shows a page; what can't be looked for is said at its field, and nothing is shown.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var request = await Read(cancel);
        if (!request.Succeeded) return await Refuse(request.Failure);
        var found = await look.Handle(request.Value, cancel);
        if (!found.Succeeded) return Instead(found.Failure);
        await Show(found.Value, cancel);
        return Page();
    }

    private async Task<Result<LookIntoJournal.Request>> Read(CancellationToken cancel)
    {
        Guid? subject = null;
        if (!string.IsNullOrWhiteSpace(Form.Reference) && (subject = await cases.Find(Form.Reference.Trim(), Actor, cancel)) is null) return UnknownReference;
        StaffId? colleague = null;
        if (!string.IsNullOrWhiteSpace(Form.Colleague) && (colleague = (await staff.Find(Form.Colleague.Trim(), cancel))?.Id) is null) return UnknownColleague;
        if (!Form.Day.IsEmpty && Form.Day.Date is null) return OrganisationFailures.NoDate.At("Day");
        var after = PageKeys.Read(After) is { } key ? new JournalKey(key.At, new JournalEntryId(key.Id)) : null;
        return new LookIntoJournal.Request(subject, colleague, Form.Day.Date, Enum.TryParse<JournalSort>(Form.Sort, out var sort) ? sort : JournalSort.Everything, Size, after, Actor);
    }

    private async Task Show(JournalPage page, CancellationToken cancel)
    {
        var about = page.Lines.SelectMany(line => line.Happened?.About() ?? []).ToHashSet();
        var names = await books.Open([.. TimelineWords.People(page.Lines), .. about.Select(id => (StaffId?)new StaffId(id))], cancel);
        var numbers = await cases.Numbers(about, Actor, cancel);
        var zone = (await calendars.Current(cancel)).Zone;
        var words = new TimelineWords(names, zone, Actor.May(Right.SeePersonalData), numbers);
        Rows = [.. page.Lines.Select(line => JournalRow.Of(line, words.Line(line), names, numbers))];
        if (page.Next is { } next) Next = Url.Content(JournalNavigation.Home) + Asked().Add("na", PageKeys.Write(next.At, next.Entry.Value));
    }

    private QueryString Asked()
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in Form.Fields.Where(field => !string.IsNullOrWhiteSpace(field.Value))) query = query.Add("Form." + name, value!);
        return query;
    }
}

/// <summary>What is looked for in the journal.</summary>
public sealed class JournalForm
{
    /// <summary>Number of a case, or reference of a contact.</summary>
    public string? Reference { get; set; }

    /// <summary>Sign-in name of a colleague.</summary>
    public string? Colleague { get; set; }

    /// <summary>The day.</summary>
    public DateEntry Day { get; set; } = new();

    /// <summary>Name of a <see cref="JournalSort"/>.</summary>
    public string? Sort { get; set; } = nameof(JournalSort.Everything);

    /// <summary>The same, for an address.</summary>
    internal IEnumerable<(string Name, string? Value)> Fields =>
        [("Reference", Reference), ("Colleague", Colleague), ("Day.Day", Day.Day), ("Day.Month", Day.Month), ("Day.Year", Day.Year), ("Sort", Sort)];
}

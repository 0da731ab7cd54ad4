using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Emergency;
using Loket.Organisation.People;
using Loket.Organisation.Review;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Journal;
using Loket.Web.Api;
using Loket.Web.Pages.Manage.Journal;
using Loket.Web.Pages.Staff;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Manage.Looks;

/// <summary>The privacy officer judges what was opened in an emergency, and sees who looked at a resident (rows K2, K4, A4).</summary>
[Right(Right.ReviewLooks)]
public sealed class IndexModel(
    ReadEmergencies emergencies, ReviewEmergency review, LookIntoJournal look, ReviewedCases cases, StrikingReaders readers, StaffDirectory staff, NameBooks books, Calendars calendars) : StaffPage
{
    private const int Size = 50;
    private static readonly Failure UnknownReference = new("journal.unknown-reference", FailureKind.Invalid, "Reference");

    /// <summary>At whom somebody may have looked.</summary>
    [BindProperty(SupportsGet = true)]
    public LooksForm Form { get; set; } = new();

    /// <summary>Where the page of looks begins.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    /// <summary>What the reader thinks of one opening.</summary>
    [BindProperty(Name = nameof(Judge))]
    public JudgeForm Judge { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What nobody has judged yet, oldest first.</summary>
    public IReadOnlyList<EmergencyRow> Waiting { get; private set; } = [];

    /// <summary>The last that somebody judged, newest first.</summary>
    public IReadOnlyList<EmergencyRow> Reviewed { get; private set; } = [];

    /// <summary>Who opened very much without having work on it, most first.</summary>
    public IReadOnlyList<StrikingRow> Striking { get; private set; } = [];

    /// <summary>The looks, newest first; null where nobody was asked about.</summary>
    public IReadOnlyList<JournalRow>? Rows { get; private set; }

    /// <summary>Whether the reader gives people what is kept of them.</summary>
    public bool MayReport => Actor.May(Right.AnswerPrivacyRequests);

    /// <summary>Address of the first page of looks; null on it.</summary>
    public string? First => After is null || Rows is null ? null : Url.Content(LooksNavigation.Home) + Asked();

    /// <summary>Address of the next page of looks; null on the last.</summary>
    public string? Next { get; private set; }

    /// <summary>Shows the page, with who looked where somebody is asked about.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Form.Reference?.Trim() is { Length: > 0 } typed)
        {
            if (await cases.Behind(typed, Actor, cancel) is not { } behind) return await Refuse(UnknownReference);
            var after = PageKeys.Read(After) is { } key ? new JournalKey(key.At, new JournalEntryId(key.Id)) : null;
            var found = await look.Handle(new LookIntoJournal.Request(behind.Subject, null, null, JournalSort.Looks, Size, after, Actor, behind.Besides), cancel);
            if (!found.Succeeded) return Instead(found.Failure);
            await Show(found.Value, cancel);
        }

        await Load(cancel);
        return Page();
    }

    /// <summary>Judges an opening.</summary>
    public async Task<IActionResult> OnPostJudgeAsync(CancellationToken cancel)
    {
        if (Judge.Emergency is not { } id) return NotFound();
        if (!Enum.TryParse<EmergencyVerdict>(Judge.Verdict, out var verdict) || !Enum.IsDefined(verdict)) return await Refuse(OrganisationFailures.Required, nameof(Judge));
        return await Answer(review.Handle(new ReviewEmergency.Request(RequestKey, new EmergencyId(id), verdict, Judge.Remark, Actor), cancel), _ =>
        {
            Notice = "Judged";
            return LocalRedirect(LooksNavigation.Home);
        }, nameof(Judge));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var (waiting, reviewed) = (await emergencies.Waiting(Actor, cancel), await emergencies.Reviewed(Actor, cancel));
        var striking = await readers.Handle(Actor, cancel);
        IReadOnlyList<EmergencyCard> all = [.. waiting, .. reviewed];
        var people = await staff.Several([.. all.Select(one => one.Staff).Concat(all.Select(one => one.ReviewedBy).OfType<StaffId>()).Concat(striking.Select(one => one.Staff)).Distinct()], cancel);
        var numbers = await cases.Numbers(all.Where(one => one.What == EmergencySubject.Case).Select(one => one.Subject), Actor, cancel);
        var whose = await cases.References([.. all.Where(one => one.What == EmergencySubject.Address).Select(one => new CustomerId(one.Subject)).Distinct()], Actor, cancel);
        var zone = (await calendars.Current(cancel)).Zone;
        Waiting = [.. waiting.Select(Row)];
        Reviewed = [.. reviewed.Select(Row)];
        Striking = [.. striking.Select(one => new StrikingRow(people[one.Staff].Name, one.Things, Url.Content(JournalNavigation.Home)
            + QueryString.Create("Form.Colleague", people[one.Staff].SignInName).Add("Form.Sort", nameof(JournalSort.Looks))))];

        EmergencyRow Row(EmergencyCard one) => new(
            one, one.OpenedAt.InZone(zone).LocalDateTime, people[one.Staff].Name, numbers.GetValueOrDefault(one.Subject), whose.GetValueOrDefault(new CustomerId(one.Subject)),
            one.ReviewedBy is { } reviewer ? people[reviewer].Name : null, one.Staff == Actor.Staff);
    }

    private async Task Show(JournalPage page, CancellationToken cancel)
    {
        var about = page.Lines.SelectMany(line => line.Happened?.About() ?? []).ToHashSet();
        var names = await books.Open([.. TimelineWords.People(page.Lines), .. about.Select(id => (StaffId?)new StaffId(id))], cancel);
        var numbers = await cases.Numbers(about, Actor, cancel);
        // Who looked is told, never who was looked at.
        var words = new TimelineWords(names, (await calendars.Current(cancel)).Zone, seesPersonal: false, numbers);
        Rows = [.. page.Lines.Select(line => JournalRow.Of(line, words.Line(line), names, numbers))];
        if (page.Next is { } next) Next = Url.Content(LooksNavigation.Home) + Asked().Add("na", PageKeys.Write(next.At, next.Entry.Value));
    }

    private QueryString Asked() => QueryString.Create("Form.Reference", Form.Reference ?? "");
}

/// <summary>A colleague whose looks strike the eye.</summary>
/// <param name="Who">The name.</param>
/// <param name="Things">How many cases and people they opened without having work on them.</param>
/// <param name="Looks">Where their looks are read.</param>
public sealed record StrikingRow(string Who, int Things, string Looks);

/// <summary>At whom somebody may have looked.</summary>
public sealed class LooksForm
{
    /// <summary>Reference of a case or contact.</summary>
    public string? Reference { get; set; }
}

/// <summary>What a reviewer thinks of an opening.</summary>
public sealed class JudgeForm
{
    /// <summary>Which opening.</summary>
    public Guid? Emergency { get; set; }

    /// <summary>Name of an <see cref="EmergencyVerdict"/>.</summary>
    public string? Verdict { get; set; }

    /// <summary>Why.</summary>
    public string? Remark { get; set; }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>Who must be called back, soonest first (row A6).</summary>
[Right(Right.RegisterContacts)]
[Right(Right.SeePersonalData)]
public sealed class ListsModel(CallbackLists lists, NameBooks books, Calendars calendars, TenantContext tenant) : StaffPage
{
    private const int PageSize = 25;
    private const int RowsAtOnce = 500;

    private static readonly string[] Columns = ["Reference", "Who", "Phone", "About", "When", "Owner", "Team", "Attempts"];

    private static readonly (string Slug, CallbackListKind Kind)[] Slugs =
        [("", CallbackListKind.Mine), ("team", CallbackListKind.Team), ("te-laat", CallbackListKind.Late), ("alles", CallbackListKind.All)];

    /// <summary>Which list; empty for the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary>Where the page begins; as the page before said.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    /// <summary>Which list it is.</summary>
    public CallbackListKind Kind { get; private set; }

    /// <summary>The rows.</summary>
    public CallbackPage Rows { get; private set; } = new([], null);

    /// <summary>Names for what the rows refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Who reads.</summary>
    public StaffId? Me => Actor.Staff;

    /// <summary>Whether the reader may see figures.</summary>
    public bool SeesFigures => Actor.May(Right.SeeFigures);

    /// <summary>The lists with their addresses and numbers.</summary>
    public IEnumerable<(CallbackListKind Kind, string Href, int Count)> Tabs => Slugs.Select(one => (one.Kind, HrefOf(one.Slug), CountOf(one.Kind)));

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next => Rows.Next is { } next
        ? string.Create(CultureInfo.InvariantCulture, $"{HrefOf(List ?? "")}?na={next.SortAt.ToUnixTimeTicks()}.{next.Id.Value:N}") : null;

    /// <summary>Address of the list as a file.</summary>
    public string Csv => HrefOf(List ?? "") + "?handler=Csv";

    /// <summary>Address of the first page; null on the first itself.</summary>
    public string? First => After is null ? null : HrefOf(List ?? "");

    private CallbackCounts counts = new(0, 0, 0, 0);
    private DateTimeZone zone = null!;
    private Instant now;

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Slugs.All(one => one.Slug != (List ?? ""))) return NotFound();
        Kind = Slugs.First(one => one.Slug == (List ?? "")).Kind;
        now = tenant.Tenant.Clock.Now();
        counts = await lists.Counts(Actor, cancel);
        Rows = await lists.Page(Kind, Actor, PageSize, Read(After), cancel);
        Names = await books.Open(Rows.Rows.Select(row => row.Owner), cancel);
        zone = (await calendars.Current(cancel)).Zone;
        return Page();
    }

    /// <summary>The list as a file for a spreadsheet; who takes it along is seen looking at all of it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (Slugs.All(one => one.Slug != (List ?? ""))) return NotFound();
        Kind = Slugs.First(one => one.Slug == (List ?? "")).Kind;
        now = tenant.Tenant.Clock.Now();
        Names = await books.WithEverybody(cancel);
        zone = (await calendars.Current(cancel)).Zone;
        return new CsvResult($"terugbellen-{(string.IsNullOrEmpty(List) ? "mijn" : List)}.csv", [.. Columns.Select(column => Words["Csv." + column])], Lines(cancel));
    }

    /// <summary>When somebody is called.</summary>
    public string When(CallbackRow row) => CallbackChoices.InWords(row.Window, zone, now.InZone(zone).Date);

    /// <summary>Whether the promised time has passed.</summary>
    public bool IsLate(CallbackRow row) => row.Window.Until <= now;

    /// <summary>Whether the promised time is now.</summary>
    public bool IsNow(CallbackRow row) => row.Window.From <= now && now < row.Window.Until;

    private async IAsyncEnumerable<IReadOnlyList<string?>> Lines([EnumeratorCancellation] CancellationToken cancel)
    {
        (Instant, CallbackId)? after = null;
        do
        {
            var page = await lists.Export(Kind, Actor, RowsAtOnce, after, cancel);
            foreach (var row in page.Rows)
                yield return [row.Reference, row.Name, Messages.IndexModel.Shown(row.Phone), row.About, When(row), Names.Person(row.Owner), Names.Team(row.Team), row.Attempts.ToString(CultureInfo.InvariantCulture)];
            after = page.Next;
        }
        while (after is not null);
    }

    private static string HrefOf(string slug) => slug.Length == 0 ? Links.Callbacks : Links.Callbacks + "/" + slug;

    private int CountOf(CallbackListKind kind) => kind switch
    {
        CallbackListKind.Mine => counts.Mine,
        CallbackListKind.Team => counts.Team,
        CallbackListKind.Late => counts.Late,
        _ => counts.All,
    };

    private static (Instant, CallbackId)? Read(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at)
            && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks() && Guid.TryParse(id, out var key)
            ? (Instant.FromUnixTimeTicks(at), new CallbackId(key)) : null;
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Callbacks;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>Who must be called back, soonest first (row A6); several are taken or handed on at once.</summary>
[Right(Right.RegisterContacts)]
[Right(Right.SeePersonalData)]
public sealed class ListsModel(CallbackLists lists, CallbackChoices choices, NameBooks books, Calendars calendars, TenantContext tenant) : StaffPage
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
    public CallbackListKind Kind => Slugs.FirstOrDefault(one => one.Slug == (List ?? "")).Kind;

    /// <summary>What is done with the chosen requests.</summary>
    [BindProperty(Name = nameof(Bulk))]
    public CallbackBulkForm Bulk { get; set; } = new();

    /// <summary>Who can call.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What was handed on just now, and can be undone.</summary>
    [TempData]
    public Guid? Undoable { get; set; }

    /// <summary>Whether some of the requests were left as they are.</summary>
    [TempData]
    public bool? LeftSome { get; set; }

    /// <summary>The rows.</summary>
    public CallbackPage Rows { get; private set; } = new([], null);

    /// <summary>What was shown and stands on the list no more, for a list that stands open.</summary>
    public IReadOnlyList<SeenCallback> Gone { get; private set; } = [];

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
        ? string.Create(CultureInfo.InvariantCulture, $"{Shown}?na={next.SortAt.ToUnixTimeTicks()}.{next.Id.Value:N}") : null;

    /// <summary>Address of this list, from its first page.</summary>
    public string Shown => HrefOf(List ?? "");

    /// <summary>Address that tells how many came onto the list since it was shown.</summary>
    public string News => string.Create(CultureInfo.InvariantCulture, $"{Shown}?handler=News&sinds={now.ToUnixTimeTicks()}");

    /// <summary>Address of the list as a file.</summary>
    public string Csv => Shown + "?handler=Csv";

    /// <summary>Address of the first page; null on the first itself.</summary>
    public string? First => After is null ? null : Shown;

    private CallbackCounts counts = new(0, 0, 0, 0);
    private DateTimeZone zone = null!;
    private Instant now;

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        await Load(cancel);
        return Page();
    }

    /// <summary>How many came onto the list since it was shown, for who has it before them; and behind that how many of those that are shown are not as they were seen.</summary>
    public async Task<IActionResult> OnGetNewsAsync(long sinds, string? gezien, CancellationToken cancel)
    {
        if (!IsList || sinds < Instant.MinValue.ToUnixTimeTicks() || sinds > Instant.MaxValue.ToUnixTimeTicks()) return NotFound();
        Response.Headers.CacheControl = "no-store";
        var news = (await lists.News(Kind, Actor, Instant.FromUnixTimeTicks(sinds), cancel)).ToString(CultureInfo.InvariantCulture);
        return CallbackBulkForm.InAddress(gezien) is { Count: > 0 } seen ? Content(news + " " + (await lists.Changed(seen, Actor, cancel)).ToString(CultureInfo.InvariantCulture)) : Content(news);
    }

    /// <summary>The rows that are not as they were seen, as they are now; empty ones of requests that stand on this list no more. No others, so that nothing moves, and nobody is said to have seen what is not shown.</summary>
    public async Task<IActionResult> OnGetRowsAsync(string? gezien, CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        Response.Headers.CacheControl = "no-store";
        now = tenant.Tenant.Clock.Now();
        zone = (await calendars.Current(cancel)).Zone;
        var again = CallbackBulkForm.InAddress(gezien) is { Count: > 0 } seen ? await lists.Again(Kind, seen, Actor, cancel) : new CallbacksAgain([], []);
        (Rows, Gone) = (new CallbackPage(again.Changed, null), again.Gone);
        Names = await books.Open(Rows.Rows.Select(row => row.Owner), cancel);
        return Partial("_Rows", this);
    }

    /// <summary>The reader calls them.</summary>
    public Task<IActionResult> OnPostMineAsync([FromServices] HandOnCallbacks handOn, CancellationToken cancel) => HandOn(handOn, new CallbackOwner(null, Actor.Staff), "Mine", cancel);

    /// <summary>Another team or person calls them.</summary>
    public Task<IActionResult> OnPostGiveAsync([FromServices] HandOnCallbacks handOn, CancellationToken cancel) =>
        HandOn(handOn, CallbackChoices.OwnerOf(Bulk.To) ?? new CallbackOwner(null, null), "Give", cancel);

    /// <summary>They are the team's again.</summary>
    public Task<IActionResult> OnPostBackAsync([FromServices] HandOnCallbacks handOn, CancellationToken cancel) => HandOn(handOn, null, "Back", cancel);

    /// <summary>Undoes it.</summary>
    public async Task<IActionResult> OnPostUndoAsync([FromServices] UndoCallbackAct undo, Guid act, CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        return await Answer(undo.Handle(new UndoCallbackAct.Request(RequestKey, new BulkActId(act), Actor), cancel), outcome => Told("Undone", outcome), nameof(Bulk));
    }

    /// <summary>The list as a file for a spreadsheet; who takes it along is seen looking at all of it.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!IsList) return NotFound();
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

    /// <summary>Address at which a form of this page is sent, which leads back to what is shown now.</summary>
    public string Doing(string handler) => QueryHelpers.AddQueryString(ThisPage, "handler", handler);

    /// <inheritdoc />
    protected override bool IsThere => IsList;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (!IsList) return;
        now = tenant.Tenant.Clock.Now();
        counts = await lists.Counts(Actor, cancel);
        Rows = await lists.Page(Kind, Actor, PageSize, Read(After), cancel);
        if (Rows.Rows.Count > 0) Owners = await choices.Owners(null, cancel);
        Names = await books.Open(Rows.Rows.Select(row => row.Owner), cancel);
        zone = (await calendars.Current(cancel)).Zone;
    }

    private bool IsList => Slugs.Any(one => one.Slug == (List ?? ""));

    private string ThisPage => After is { Length: > 0 } ? QueryHelpers.AddQueryString(Shown, "na", After) : Shown;

    private async Task<IActionResult> HandOn(HandOnCallbacks handOn, CallbackOwner? to, string what, CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        return await Answer(handOn.Handle(new HandOnCallbacks.Request(RequestKey, Bulk.Seen(), to, Actor), cancel), outcome =>
        {
            Undoable = outcome.Act?.Value;
            return Told(what, outcome);
        }, nameof(Bulk));
    }

    // "2 terugbelverzoeken zijn van u. 1 niet: HLM-… (intussen gewijzigd)."
    private LocalRedirectResult Told(string what, BulkOutcome outcome)
    {
        var say = Words;
        var reasons = outcome.LeftOut.GroupBy(one => one.Why)
            .Select(same => say["LeftOut", string.Join(", ", same.Select(one => one.Reference ?? say["LeftOut.Unknown"])), say["Why." + same.Key]]).ToList();
        Notice = say.Count("Done." + what, outcome.Done) + (reasons.Count > 0 ? " " + say["Left", outcome.LeftOut.Count, string.Join("; ", reasons)] : "");
        LeftSome = reasons.Count > 0;
        return LocalRedirect(ThisPage);
    }

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

/// <summary>What is done with the callback requests that were chosen.</summary>
public sealed class CallbackBulkForm
{
    /// <summary>The chosen requests, each with the version that was seen.</summary>
    public List<string> Callback { get; set; } = [];

    /// <summary>Who calls: a team or a colleague.</summary>
    public string? To { get; set; }

    /// <summary>The requests as they were seen.</summary>
    public IReadOnlyList<SeenCallback> Seen() => [.. Callback.Select(Read).OfType<SeenCallback>()];

    /// <summary>A request as it is posted.</summary>
    public static string ValueOf(CallbackRow row) => ValueOf(new SeenCallback(row.Id, row.Version));

    /// <summary>The same of a request of which no more is known.</summary>
    public static string ValueOf(SeenCallback seen) => string.Create(CultureInfo.InvariantCulture, $"{seen.Id.Value:N}.{seen.Version}");

    /// <summary>The requests in an address, with commas between; no more than can be handed on at once.</summary>
    public static IReadOnlyList<SeenCallback> InAddress(string? text) => [.. (text ?? "").Split(',').Take(CaseActs.Most).Select(Read).OfType<SeenCallback>().DistinctBy(one => one.Id)];

    private static SeenCallback? Read(string text) =>
        text.Split('.') is [var id, var version] && Guid.TryParse(id, out var found) && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new SeenCallback(new CallbackId(found), seen) : null;
}

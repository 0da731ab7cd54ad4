using System.Globalization;
using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Tasks;
using Loket.Cases.Views;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>What there is to do, most urgent first (row B3); narrowed, in another order, or as somebody saved it.</summary>
[Right(Right.SeeCases)]
public sealed partial class ListsModel(Worklists lists, SavedViews views, NameBooks books, Calendars calendars, TenantContext tenant, TakeCase take, ClassifyCase classify,
    OpenMatters open, TaskLists tasks) : StaffPage
{
    private const int PageSize = 25;

    private static readonly (string Slug, WorklistKind Kind)[] Slugs =
    [
        ("", WorklistKind.Mine), ("team", WorklistKind.Team), ("verdelen", WorklistKind.Triage), ("ketenpartner", WorklistKind.WithPartner),
        ("vandaag", WorklistKind.DueToday), ("te-laat", WorklistKind.Overdue), ("sluimert", WorklistKind.Snoozed), ("alles", WorklistKind.All),
    ];

    /// <summary>Which list; empty for the reader's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary>Where the page begins; as the page before said.</summary>
    [BindProperty(SupportsGet = true, Name = "na")]
    public string? After { get; set; }

    /// <summary>Where the page ends, for the one before a page.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public string? Before { get; set; }

    /// <summary>Where the page of tasks begins; as the page before said.</summary>
    [BindProperty(SupportsGet = true, Name = "takenNa")]
    public string? TasksAfter { get; set; }

    /// <summary>The view that is open.</summary>
    [BindProperty(SupportsGet = true, Name = "overzicht")]
    public string? ViewId { get; set; }

    /// <summary>How the list is narrowed and sorted.</summary>
    [BindProperty(SupportsGet = true, Name = nameof(Filter))]
    public FilterForm Filter { get; set; } = new();

    /// <summary>Which list it is.</summary>
    public WorklistKind Kind => Slugs.FirstOrDefault(one => one.Slug == (List ?? "")).Kind;

    /// <summary>The rows.</summary>
    public WorklistPage Rows { get; private set; } = new([], null);

    /// <summary>What is to be done in cases by their types; on the reader's own list and that of the teams, as long as it is shown whole.</summary>
    public TaskPage Tasks { get; private set; } = TaskPage.None;

    /// <summary>How many are on each list.</summary>
    public WorklistCounts Counts { get; private set; } = WorklistCounts.None;

    /// <summary>Names for what the rows refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>The views of the reader.</summary>
    public IReadOnlyList<SavedViewCard> Views { get; private set; } = [];

    /// <summary>The view that is open; null for none.</summary>
    public SavedViewCard? Opened { get; private set; }

    /// <summary>Whether something by which the list was narrowed is not there any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Whether the view that was asked for is not there any more.</summary>
    public bool IsViewGone => Opened is null && !string.IsNullOrEmpty(ViewId);

    /// <summary>Whether the reader may take cases.</summary>
    public bool MayWork => Actor.May(Right.WorkOnCases);

    /// <summary>Whether the reader may place what no rule placed.</summary>
    public bool MayTriage => Actor.May(Right.Triage) || MayWork;

    /// <summary>Whether the reader may register contacts.</summary>
    public bool MayRegister => Actor.May(Right.RegisterContacts);

    /// <summary>Whether the reader calls people back.</summary>
    public bool MayCall => MayRegister && Actor.May(Right.SeePersonalData);

    /// <summary>How many contacts wait for an ending; none for who registers none.</summary>
    public int OpenMatters { get; private set; }

    /// <summary>Who reads.</summary>
    public StaffId? Me => Actor.Staff;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    private WorklistQuery query = WorklistKind.Mine;
    private MunicipalCalendar calendar = null!;
    private Instant shownAt;
    private bool showsTasks;

    /// <summary>The lists with their addresses and numbers.</summary>
    public IEnumerable<(WorklistKind Kind, string Href, int Count)> Tabs => Slugs.Select(one => (one.Kind, HrefOf(one.Kind), CountOf(one.Kind)));

    /// <summary>Address of this list, whole and in its usual order.</summary>
    public string Here => HrefOf(Kind);

    /// <summary>Address of this list as it is shown, from its first page.</summary>
    public string Shown => Guid.TryParse(ViewId, out var view) ? QueryHelpers.AddQueryString(Here, "overzicht", view.ToString()) : Filter.In(Here);

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next => Rows.Next is { } next ? QueryHelpers.AddQueryString(Shown, "na", TextOf(next)) : null;

    /// <summary>Address of the page before; null on the first.</summary>
    public string? Previous => Rows.Previous is { } previous ? QueryHelpers.AddQueryString(Shown, "voor", TextOf(previous)) : null;

    /// <summary>Whether the list is narrowed, or in another order.</summary>
    public bool IsNarrowed => query.Filter != WorklistFilter.None || query.Sort != WorklistSort.Deadline || IsGone;

    /// <summary>Address at which a form of this page is sent, which leads back to what is shown now.</summary>
    public string Doing(string handler) => QueryHelpers.AddQueryString(ThisPage, "handler", handler);

    /// <summary>Address of the list as a file.</summary>
    public string Csv => QueryHelpers.AddQueryString(Shown, "handler", "Csv");

    /// <summary>Address of the next page of tasks; null on the last.</summary>
    public string? NextTasks => Tasks.Next is { } next ? QueryHelpers.AddQueryString(Here, "takenNa", TextOf(next.DueAt, next.Id.Value)) : null;

    /// <summary>Whether the first tasks are shown.</summary>
    public bool AreFirstTasks => ReadTasks() is null;

    /// <summary>Address of its tasks as a file.</summary>
    public string TasksCsv => QueryHelpers.AddQueryString(Here, "handler", "TasksCsv");

    /// <summary>Address of a saved view.</summary>
    public static string HrefOf(SavedViewCard view) => QueryHelpers.AddQueryString(HrefOf(view.Query.Kind), "overzicht", view.Id.Value.ToString());

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsList) return NotFound();
        await Load(cancel);
        return Page();
    }

    /// <summary>Takes a case.</summary>
    public Task<IActionResult> OnPostTakeAsync(Guid @case, int seen, string? subject, CancellationToken cancel) =>
        Answer(take.Handle(new CaseChange(RequestKey, new CaseId(@case), Actor, seen), cancel), _ => Done(Words["Taken", subject]));

    /// <summary>Sets the subject of a case in triage; the rules then place it.</summary>
    public async Task<IActionResult> OnPostClassifyAsync(Guid @case, int seen, string? category, string? subject, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(category)) return await Refuse(CaseFailures.UnknownCategory.At(""), "");
        var classified = await classify.Handle(new CaseChange(RequestKey, new CaseId(@case), Actor, seen), category, cancel);
        // Each row has such a list; what is wrong is said on top.
        return classified.Succeeded ? Done(Words["Classified", subject]) : await Refuse(classified.Failure.At(""), "");
    }

    /// <summary>How long a case has.</summary>
    public DaysLeft? Left(WorklistRow row) => row.DeadlineAt is not { } deadline ? null
        : DaysLeft.For(deadline, shownAt, calendar, row.Norm.Calendar);

    /// <summary>How long a task has.</summary>
    public DaysLeft Left(TaskRow task) => DaysLeft.For(task.DueAt, shownAt, calendar, task.Norm.Calendar);

    /// <summary>The day on which a case that sleeps wakes.</summary>
    public string? WakesOn(WorklistRow row) => row.SnoozedUntil is { } until && until > shownAt ? DateWords.ShortDay(until.InZone(calendar.Zone).Date, CultureInfo.CurrentUICulture) : null;

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        await LoadQuery(cancel);
        shownAt = tenant.Tenant.Clock.Now();
        OpenMatters = MayRegister ? await open.Count(Actor, cancel) : 0;
        Counts = await lists.Counts(Actor, cancel);
        Rows = Read(Before) is { } before ? await lists.PageBefore(query, Actor, PageSize, before, cancel) : await lists.Page(query, Actor, PageSize, Read(After), cancel);
        showsTasks = !IsNarrowed && Rows.Previous is null && Kind is WorklistKind.Mine or WorklistKind.Team;
        if (showsTasks)
        {
            Tasks = await tasks.Of(Kind, Actor, ReadTasks(), cancel);
            // What stood there is done meanwhile.
            if (Tasks.Rows.Count == 0 && !AreFirstTasks) (TasksAfter, Tasks) = (null, await tasks.Of(Kind, Actor, null, cancel));
        }

        calendar = await calendars.Current(cancel);
    }

    private bool IsList => Slugs.Any(one => one.Slug == (List ?? ""));

    // As it is shown now, with its page: where a form leads back to.
    private string ThisPage => After is { Length: > 0 } ? QueryHelpers.AddQueryString(Shown, "na", After) : Before is { Length: > 0 } ? QueryHelpers.AddQueryString(Shown, "voor", Before) : Shown;

    private async Task LoadQuery(CancellationToken cancel)
    {
        Names = await books.WithEverybody(cancel);
        Views = await views.Of(Actor, cancel);
        if (Guid.TryParse(ViewId, out var id)) Opened = Views.FirstOrDefault(view => view.Id.Value == id && view.Query.Kind == Kind);
        if (Opened is { Query: var kept }) Filter = FilterForm.Of(kept.Filter, kept.Sort);
        (var filter, var sort, IsGone) = Filter.Read(Names);
        query = new WorklistQuery(Kind, filter, sort);
    }

    private static string HrefOf(WorklistKind kind) => Slugs.First(one => one.Kind == kind).Slug is { Length: > 0 } slug ? Links.Work + "/" + slug : Links.Work;

    private int CountOf(WorklistKind kind) => kind switch
    {
        WorklistKind.Mine => Counts.Mine,
        WorklistKind.Team => Counts.Team,
        WorklistKind.Triage => Counts.Triage,
        WorklistKind.WithPartner => Counts.WithPartner,
        WorklistKind.Overdue => Counts.Overdue,
        WorklistKind.DueToday => Counts.DueToday,
        WorklistKind.Snoozed => Counts.Snoozed,
        _ => Counts.All,
    };

    private static string TextOf(WorklistKey key) => TextOf(key.SortAt, key.Id.Value);

    private static string TextOf(Instant at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.ToUnixTimeTicks()}.{id:N}");

    private static WorklistKey? Read(string? text) => KeyIn(text) is (var at, var id) ? new WorklistKey(at, new CaseId(id)) : null;

    private TaskKey? ReadTasks() => KeyIn(TasksAfter) is (var at, var id) ? new TaskKey(at, new CaseTaskId(id)) : null;

    private static (Instant At, Guid Id)? KeyIn(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at)
            && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks() && Guid.TryParse(id, out var key)
            ? (Instant.FromUnixTimeTicks(at), key) : null;

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(ThisPage);
    }
}

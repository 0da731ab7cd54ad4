using System.Globalization;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Work;

/// <summary>What there is to do, most urgent first (row B3).</summary>
[Right(Right.SeeCases)]
public sealed class ListsModel(Worklists lists, NameBooks books, Calendars calendars, TenantContext tenant, TakeCase take, ClassifyCase classify,
    OpenMatters open) : StaffPage
{
    private const int PageSize = 25;

    private static readonly (string Slug, WorklistKind Kind)[] Slugs =
    [
        ("", WorklistKind.Mine), ("team", WorklistKind.Team), ("verdelen", WorklistKind.Triage), ("ketenpartner", WorklistKind.WithPartner),
        ("te-laat", WorklistKind.Overdue), ("alles", WorklistKind.All),
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

    /// <summary>Which list it is.</summary>
    public WorklistKind Kind { get; private set; }

    /// <summary>The rows.</summary>
    public WorklistPage Rows { get; private set; } = new([], null);

    /// <summary>How many are on each list.</summary>
    public WorklistCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Names for what the rows refer to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Whether the reader may take cases.</summary>
    public bool MayWork => Actor.May(Right.WorkOnCases);

    /// <summary>Whether the reader may place what no rule placed.</summary>
    public bool MayTriage => Actor.May(Right.Triage) || MayWork;

    /// <summary>Whether the reader may register contacts.</summary>
    public bool MayRegister => Actor.May(Right.RegisterContacts);

    /// <summary>How many contacts wait for an ending; none for who registers none.</summary>
    public int OpenMatters { get; private set; }

    /// <summary>Who reads.</summary>
    public Organisation.StaffId? Me => Actor.Staff;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    private MunicipalCalendar calendar = null!;

    /// <summary>The lists with their addresses and numbers.</summary>
    public IEnumerable<(WorklistKind Kind, string Href, int Count)> Tabs =>
        Slugs.Select(one => (one.Kind, one.Slug.Length == 0 ? Links.Work : Links.Work + "/" + one.Slug, CountOf(one.Kind)));

    /// <summary>Address of this list, without its page.</summary>
    public string Here => Tabs.First(tab => tab.Kind == Kind).Href;

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next => Rows.Next is { } next ? $"{Here}?na={TextOf(next)}" : null;

    /// <summary>Address of the page before; null on the first.</summary>
    public string? Previous => Rows.Previous is { } previous ? $"{Here}?voor={TextOf(previous)}" : null;

    /// <summary>Shows a list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Slugs.All(one => one.Slug != (List ?? ""))) return NotFound();
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
        : DaysLeft.For(deadline, tenant.Tenant.Clock.Now(), calendar, row.Norm.Calendar);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Kind = Slugs.First(one => one.Slug == (List ?? "")).Kind;
        OpenMatters = MayRegister ? await open.Count(Actor, cancel) : 0;
        Counts = await lists.Counts(Actor, cancel);
        Rows = Read(Before) is { } before ? await lists.PageBefore(Kind, Actor, PageSize, before, cancel) : await lists.Page(Kind, Actor, PageSize, Read(After), cancel);
        Names = await books.Open(Rows.Rows.Select(row => row.Handler), cancel);
        calendar = await calendars.Current(cancel);
    }

    private int CountOf(WorklistKind kind) => kind switch
    {
        WorklistKind.Mine => Counts.Mine,
        WorklistKind.Team => Counts.Team,
        WorklistKind.Triage => Counts.Triage,
        WorklistKind.WithPartner => Counts.WithPartner,
        WorklistKind.Overdue => Counts.Overdue,
        _ => Counts.All,
    };

    private static string TextOf(WorklistKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.SortAt.ToUnixTimeTicks()}.{key.Id.Value:N}");

    private static WorklistKey? Read(string? text) =>
        text?.Split('.') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var at)
            && at >= Instant.MinValue.ToUnixTimeTicks() && at <= Instant.MaxValue.ToUnixTimeTicks() && Guid.TryParse(id, out var key)
            ? new WorklistKey(Instant.FromUnixTimeTicks(at), new CaseId(key)) : null;

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(string.IsNullOrEmpty(List) ? Links.Work : Links.Work + "/" + List);
    }
}

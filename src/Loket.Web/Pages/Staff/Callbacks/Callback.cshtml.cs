using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Drafts;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Drafts;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>One callback request: call, say how it went, plan the next attempt, hand it on or end it (row A6).</summary>
[Right(Right.RegisterContacts)]
[Right(Right.SeePersonalData)]
public sealed class CallbackModel(
    OpenCallback open, RecordAttempt record, MoveCallback move, HandOnCallback handOn, EndCallback end, CallbackChoices choices, NameBooks books, JournalReader journal, Calendars calendars,
    ReadWarnings warnings, TenantContext tenant) : DraftingPage
{
    private const int MostLines = 200;

    /// <summary>The reference of the request.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>Its version when the page was made.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>How a call went.</summary>
    [BindProperty]
    public AttemptForm Attempt { get; set; } = new();

    /// <summary>Another time.</summary>
    [BindProperty]
    public MoveForm Move { get; set; } = new();

    /// <summary>Another team or person.</summary>
    [BindProperty]
    public HandOnForm HandOn { get; set; } = new();

    /// <summary>An end without a conversation.</summary>
    [BindProperty]
    public EndForm End { get; set; } = new();

    /// <summary>The request.</summary>
    public CallbackView View { get; private set; } = null!;

    /// <summary>Of what is warned of those who asked, and of who acts for them.</summary>
    public IReadOnlyList<WarningKind> Warned { get; private set; } = [];

    /// <summary>What happened to it, newest first.</summary>
    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>Names for what it refers to.</summary>
    public NameBook Names { get; private set; } = null!;

    /// <summary>Who can call.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>When can be called.</summary>
    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>How a call can go.</summary>
    public static IReadOnlyList<Choice> Results => [.. Enum.GetValues<AttemptResult>().Select(one => new Choice(one.ToString(), StaffWords.Start(StaffWords.Here.Of(one))))];

    /// <summary>How it can end without a conversation.</summary>
    public IReadOnlyList<Choice> Outcomes =>
        [.. Enum.GetValues<CallbackOutcome>().Where(one => one is not (CallbackOutcome.Spoken or CallbackOutcome.Undone) && (one != CallbackOutcome.Unreachable || View.MayBeGivenUp)).Select(one => new Choice(one.ToString(), StaffWords.Start(StaffWords.Here.Of(one))))];

    /// <summary>When they are called.</summary>
    public string When => CallbackChoices.InWords(View.Window, zone, now.InZone(zone).Date);

    /// <summary>Whether the promised time has passed.</summary>
    public bool IsLate => !IsEnded && View.Window.Until <= now;

    /// <summary>Whether it has ended.</summary>
    public bool IsEnded => View.EndedAt is not null;

    /// <summary>When it was asked.</summary>
    public LocalDateTime MadeAt => View.MadeAt.InZone(zone).LocalDateTime;

    /// <summary>Who asked first to be called, where the reader may know of them.</summary>
    public CustomerId? Customer => View.Asks.Select(asked => asked.Customer).FirstOrDefault(one => one is not null);

    /// <summary>When somebody asked, and where it is about, as far as that was told.</summary>
    public string AskedAt(CallbackAsked asked) => string.Join(" · ", new[]
    {
        DateWords.Moment(asked.At.InZone(zone).LocalDateTime, CultureInfo.CurrentUICulture), Names.Place(asked.Place.Address, asked.Place.Asset, asked.Place.Area, asked.Place.Text),
    }.Where(part => part.Length > 0));

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The same, as it turned out: who takes it and will not be there is replaced.</summary>
    public string? NoticeKey => Notice == "Take" && View.Owner != Actor.Staff ? "Take.Other" : Notice;

    private DateTimeZone zone = null!;
    private Instant now;
    private string? stuck;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Whether an action stands open: it came back with something to mend, or was given back.</summary>
    public bool IsOpen(string form) => stuck == form || IsGivenBack(form);

    /// <summary>Somebody called.</summary>
    public Task<IActionResult> OnPostAttemptAsync(CancellationToken cancel) => Do(nameof(Attempt), Enum.TryParse<AttemptResult>(Attempt.Result, out var result)
        ? change => record.Handle(change, new RecordAttempt.Attempt(result, Attempt.Note, CallbackChoices.WindowOf(Attempt.Window), Attempt.Phone), cancel) : null, cancel);

    /// <summary>Promises another time.</summary>
    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) => Do(nameof(Move), change => move.Handle(change, CallbackChoices.WindowOf(Move.Window), cancel), cancel);

    /// <summary>Hands it on.</summary>
    public Task<IActionResult> OnPostHandOnAsync(CancellationToken cancel) =>
        Do(nameof(HandOn), change => handOn.Handle(change, CallbackChoices.OwnerOf(HandOn.Owner) ?? new CallbackOwner(null, null), HandOn.Note, cancel), cancel);

    /// <summary>The reader calls.</summary>
    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancel) => Do("Take", change => handOn.Handle(change, new CallbackOwner(null, Actor.Staff), null, cancel), cancel);

    /// <summary>What was asked of the text modules.</summary>
    public Modules.ModuleAsk? ModulesAsked { get; private set; }

    /// <summary>The text modules beside what was said, or why it ended.</summary>
    public Modules.ModuleBox ModulesBeside(string form) => new(form, Url.Content(Links.Callback(View.Reference)), [new Choice(ReportIn(form)!, form)], ModulesAsked);

    /// <summary>Gives a script the text modules.</summary>
    public async Task<IActionResult> OnGetModulesAsync([FromServices] Loket.Cases.Modules.OfferModules offer, CancellationToken cancel) =>
        await offer.ForCallback(Reference, Actor, cancel) is { } offered ? Modules.ModuleAsk.Json(offered) : NotFound();

    /// <summary>Shows the text modules, or puts one in; what was typed stays.</summary>
    public async Task<IActionResult> OnPostModuleAsync([FromServices] Loket.Cases.Modules.OfferModules offer, CancellationToken cancel)
    {
        if (Modules.ModuleAsk.Read(Request, form => (ReportIn(form) is { } field) ? [field] : []) is not { } ask) return NotFound();
        if (await offer.ForCallback(Reference, Actor, cancel) is not { } offered) return NotFound();
        (stuck, ModulesAsked) = (ask.Form, ask.In(Request, ModelState, offered));
        return await Again(200);
    }

    private static string? ReportIn(string form) => form switch { nameof(Attempt) => "Attempt.Note", nameof(End) => "End.Report", _ => null };

    /// <summary>Ends it.</summary>
    public Task<IActionResult> OnPostEndAsync(CancellationToken cancel) => Do(nameof(End), Enum.TryParse<CallbackOutcome>(End.Result, out var outcome)
        ? change => end.Handle(change, outcome, End.Report, cancel) : null, cancel);

    /// <inheritdoc />
    protected override (DraftPlace Place, Guid Thing)? Drafts => View is null ? null : (DraftPlace.Callback, View.Id.Value);

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => await Read(cancel);

    private async Task<IActionResult> Do(string form, Func<CallbackChange, Task<Result<Done>>>? act, CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        stuck = form;
        if (act is null) return await Refuse(CallbackFailures.ResultMissing, form);
        return await Answer(act(new CallbackChange(RequestKey, View.Id, Actor, Seen)), _ =>
        {
            Notice = form;
            return LocalRedirect(Links.Callback(Reference));
        }, form);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        var opened = await open.Handle(Reference, Actor, cancel);
        if (!opened.Succeeded) return false;
        (View, now) = (opened.Value, tenant.Tenant.Clock.Now());
        CustomerId[] met = [.. View.Asks.SelectMany(asked => new[] { asked.Customer, asked.Told }).OfType<CustomerId>().Distinct()];
        Warned = [.. (await warnings.Of(met, Actor, cancel)).SelectMany(warned => warned).Distinct().Order()];
        var lines = await journal.Timeline(View.Id.Value, Audience.Staff, MostLines, null, cancel);
        Names = await books.Open([View.Owner, View.MadeBy, .. TimelineWords.People(lines)], cancel);
        zone = (await calendars.Current(cancel)).Zone;
        Timeline = new TimelineWords(Names, zone, seesPersonal: true, new Dictionary<Guid, string>()).Of(lines);
        if (!IsEnded) (Owners, Times) = (await choices.Owners(View.SensitiveGroup, cancel), await choices.Times(cancel));
        return true;
    }
}

/// <summary>How a call went.</summary>
public sealed class AttemptForm
{
    /// <summary>Name of an <see cref="AttemptResult"/>.</summary>
    public string? Result { get; set; }

    /// <summary>What was said, or what colleagues must know.</summary>
    public string? Note { get; set; }

    /// <summary>When they are called again.</summary>
    public string? Window { get; set; }

    /// <summary>Another number.</summary>
    public string? Phone { get; set; }
}

/// <summary>Another time.</summary>
public sealed class MoveForm
{
    /// <summary>When they are called.</summary>
    public string? Window { get; set; }
}

/// <summary>Another team or person.</summary>
public sealed class HandOnForm
{
    /// <summary>Who calls.</summary>
    public string? Owner { get; set; }

    /// <summary>What whoever calls must know.</summary>
    public string? Note { get; set; }
}

/// <summary>An end without a conversation.</summary>
public sealed class EndForm
{
    /// <summary>Name of a <see cref="CallbackOutcome"/>.</summary>
    public string? Result { get; set; }

    /// <summary>Why.</summary>
    public string? Report { get; set; }
}

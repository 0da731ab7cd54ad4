using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Kernel;
using Loket.Organisation.Drafts;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Loket.Web.Drafts;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>An answer: written, looked at as each person will get it, then sent. The common part is for all; an own part is for one alone.</summary>
[Right(Right.WorkOnCases)]
public sealed class AnswerModel(
    OpenCase open, PreviewAnswer preview, AnswerCase answer, JournalReader journal, CaseNumbers caseNumbers, NameBooks books, StaffDirectory staff, Calendars calendars,
    TenantContext tenant) : DraftingPage
{
    private const int MostLines = 300;

    /// <summary>The case's number.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>The answer.</summary>
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    /// <summary>The case.</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>Who else has the case before them, in words; empty for nobody.</summary>
    public string Here { get; private set; } = "";

    /// <summary>As it will go out; null while it is written.</summary>
    public AnswerPreview? Preview { get; private set; }

    /// <summary>Both versions, where somebody else changed the case since the writer opened it.</summary>
    public Crossing? Crossed { get; private set; }

    /// <summary>Which version of the case is shown, for the form.</summary>
    public string Stamp => new CaseStamp(View.Version, shownAt).ToString();

    /// <summary>Who gets it.</summary>
    public IReadOnlyList<ParticipantView> People => [.. View.Participants.Where(one => one.LeftAt is null)];

    /// <summary>What one person gets beside the common part.</summary>
    public string? OwnPart(ParticipantView person) => Form.Own.GetValueOrDefault(person.Reference);

    private Instant shownAt;

    private Dictionary<ParticipantId, string> Own =>
        People.Where(person => !string.IsNullOrWhiteSpace(OwnPart(person))).ToDictionary(person => person.Id, person => OwnPart(person)!);

    /// <summary>Starts an answer.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Shows to whom it goes and what each gets.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        var shown = await preview.Handle(View.Id, Form.Text ?? "", Own, Actor, cancel);
        if (!shown.Succeeded) return await Refuse(shown.Failure);
        Preview = shown.Value;
        return await Again(200);
    }

    /// <summary>Back to writing.</summary>
    public Task<IActionResult> OnPostEditAsync() => Again(200);

    /// <summary>What was asked of the text modules.</summary>
    public Modules.ModuleAsk? ModulesAsked { get; private set; }

    /// <summary>The text modules beside the fields: for what everybody reads, and for what one alone reads.</summary>
    public Modules.ModuleBox ModulesBeside => new(
        "Form", Url.Content(Links.Answer(View.Reference)),
        [new("Form.Text", Words["Common"]), .. People.Select(person => new Components.Choice(OwnStart + person.Reference + "]", Words["Own.For", person.Name ?? Words["Anonymous"], person.Reference]))],
        ModulesAsked);

    /// <summary>Gives a script the text modules for a field.</summary>
    public async Task<IActionResult> OnGetModulesAsync(string? into, [FromServices] Loket.Cases.Modules.OfferModules offer, CancellationToken cancel) =>
        await Offered(offer, into, cancel) is { } offered ? Modules.ModuleAsk.Json(offered) : NotFound();

    /// <summary>Shows the text modules, or puts one in; what was typed stays.</summary>
    public async Task<IActionResult> OnPostModuleAsync([FromServices] Loket.Cases.Modules.OfferModules offer, CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        if (Modules.ModuleAsk.Read(Request, form => (form == "Form") ? [.. ModulesBeside.Fields.Select(field => field.Value)] : []) is not { } ask) return NotFound();
        if (await Offered(offer, ask.Into, cancel) is not { } offered) return NotFound();
        ModulesAsked = ask.In(Request, ModelState, offered);
        return await Again(200);
    }

    private const string OwnStart = "Form.Own[";

    private Task<IReadOnlyList<Loket.Cases.Modules.OfferedModule>?> Offered(Loket.Cases.Modules.OfferModules offer, string? into, CancellationToken cancel)
    {
        var alone = into is not null && into.StartsWith(OwnStart, StringComparison.Ordinal) ? into[OwnStart.Length..].TrimEnd(']') : null;
        return offer.ForCase(Reference, Loket.Cases.Modules.WrittenFor.Residents, alone, Actor, cancel);
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        var answered = await answer.Handle(new CaseChange(RequestKey, View.Id, Actor, CaseStamp.Read(Form.Seen).Version), Form.Text ?? "", Own, cancel);
        if (answered.Failure == StorageFailures.ChangedMeanwhile)
        {
            // What the writer had before them is out of date: they look at the case again, with the answer still there.
            Crossed = await Cross(cancel);
        }

        return await Answer(Task.FromResult(answered), changed =>
        {
            TempData["Notice"] = "Answered";
            return LocalRedirect(Links.Case(changed.Reference));
        });
    }

    /// <inheritdoc />
    protected override (DraftPlace Place, Guid Thing)? Drafts => View is null ? null : (DraftPlace.Answer, View.Id.Value);

    /// <inheritdoc />
    protected override IReadOnlyList<Guid> DraftsOfParts => [.. View.Parts.Select(one => one.Id.Value)];

    /// <inheritdoc />
    protected override string DraftPath => View is null ? base.DraftPath : Url.Content(Links.Answer(View.Reference));

    /// <inheritdoc />
    protected override bool IsThere => View is not null;

    /// <inheritdoc />
    /// <remarks>A draft says which version its writer had before them: what others did since is shown before they go on.</remarks>
    protected override async Task GoesOn(CancellationToken cancel)
    {
        if (Form.Seen is null || CaseStamp.Read(Form.Seen).Version == View.Version) return;
        var crossing = await Cross(cancel);
        Crossed = crossing.Meanwhile.Count > 0 ? crossing : null;
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (View is null) await Read(cancel);
    }

    private async Task<bool> Read(CancellationToken cancel)
    {
        var opened = await open.Handle(Reference.Trim().ToUpperInvariant(), Actor, "answer", CaseDoing.Answering, cancel);
        if (!opened.Succeeded) return false;
        (View, shownAt) = (opened.Value.View, tenant.Tenant.Clock.Now());
        Here = await HereWords.Of(opened.Value.Others, staff, cancel);
        return true;
    }

    // From here on the writer knows of it.
    private async Task<Crossing> Cross(CancellationToken cancel)
    {
        var before = CaseStamp.Read(Form.Seen);
        ModelState.Remove("Form.Seen");
        Form.Seen = Stamp;
        var lines = await journal.Timeline(View.Id.Value, Audience.Staff, MostLines, null, cancel);
        var names = await books.Open([View.Handler, .. TimelineWords.People(lines)], cancel);
        var numbers = await caseNumbers.Beside(View, TimelineWords.Cases(lines), Actor, cancel);
        var (zone, sees) = ((await calendars.Current(cancel)).Zone, Actor.May(Right.SeePersonalData));
        var theirs = lines.Where(line => line.At >= before.At && line.By != Actor.Who).ToList();
        var sent = sees ? theirs.Select(line => line.Happened).OfType<CaseAnswered>().FirstOrDefault()?.Text : null;
        var parts = Own.Values.Select(own => CrossedPart.Of("Own", null, own)).Prepend(CrossedPart.Of("Text", sent, Form.Text ?? ""));
        var fields = People.Select(person => KeyValuePair.Create($"Form.Own[{person.Reference}]", OwnPart(person) ?? ""));
        return new Crossing(
            "Answer", CaseState.Of(View, names, null, zone), new TimelineWords(names, zone, sees, numbers).Of(theirs), [.. parts], QueryHelpers.AddQueryString(PostedForms.PageOf(Request), "handler", "Preview"),
            [KeyValuePair.Create("Form.Seen", Stamp), KeyValuePair.Create("Form.Text", Form.Text ?? ""), .. fields], Url.Content(Links.Case(View.Reference)));
    }
}

/// <summary>An answer as it is written.</summary>
public sealed class AnswerForm
{
    /// <summary>The version of the case that the writer had before them and when, as the page gave it.</summary>
    public string? Seen { get; set; }

    /// <summary>For everybody.</summary>
    public string? Text { get; set; }

    /// <summary>For one alone, by reference.</summary>
    public Dictionary<string, string?> Own { get; set; } = [];
}

using Loket.Cases.Handovers;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Partner;

/// <summary>Somebody of a partner sees one handover and acts on it, by a link of their own and without an account (row B5).
/// Opening it uses nothing up; only what is posted acts.</summary>
[Open]
public sealed class IndexModel(OpenHandover open, ReplyToHandover reply, ContactAtPartner contacts, KeptFiles files) : LoketPage
{
    /// <summary>The code in the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>How the handover stood when the page was made.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Taking it on, or progress.</summary>
    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    /// <summary>Giving it back.</summary>
    [BindProperty]
    public RefusalForm Refusal { get; set; } = new();

    /// <summary>Asking something.</summary>
    [BindProperty]
    public QuestionForm Ask { get; set; } = new();

    /// <summary>Done.</summary>
    [BindProperty]
    public ReportForm Report { get; set; } = new();

    /// <summary>A resident who reached the partner.</summary>
    [BindProperty]
    public ContactForm Contact { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>The reference of the contact that was registered just now.</summary>
    [TempData]
    public string? Registered { get; set; }

    /// <summary>The handover; null for a link that does not work.</summary>
    public HandoverForPartner? View { get; private set; }

    /// <summary>What was typed and not carried out, because the handover has ended meanwhile.</summary>
    public IReadOnlyList<string> NotCarriedOut => View is { IsLive: true } || HttpMethods.IsGet(Request.Method) ? [] :
        [.. Plan.Files.Concat(Ask.Files).Concat(Report.Files).Select(file => file.FileName).Concat(new[] { Plan.JobNumber, DateWritten(Plan.PlannedOn), Plan.Text, Refusal.Reason, Ask.Question, Report.Report, Contact.Subject, Contact.Where, Contact.Name, Contact.Phone, Contact.Email }
            .OfType<string>()).Where(typed => !string.IsNullOrWhiteSpace(typed))];

    /// <summary>What a form carries for the files that came with it before.</summary>
    public CarriedFiles Carried(string name, FilesForm form) => new(name, form.Kept.Zip(files.Read(form.Kept)));

    /// <summary>Whether one of a form's fields is wrong, so that its part of the page is open.</summary>
    public bool IsWrong(string form) => ModelState.Any(entry => entry.Key.StartsWith(form + ".", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    /// <summary>The moment in the municipality's time.</summary>
    public LocalDateTime Local(Instant at) => at.InZone(View!.Zone).LocalDateTime;

    /// <summary>Shows how it stands.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (View is not { } view) return Unknown();
        Plan = new PlanForm { JobNumber = view.Handover.JobNumber, PlannedOn = DateEntry.Of(view.Handover.PlannedOn) };
        return Page();
    }

    /// <summary>Takes it on.</summary>
    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) =>
        Reply("Accepted", nameof(Plan), Planned().Then<PartnerReply>(day => new PartnerReply.Accept(Plan.JobNumber, day)), cancel);

    /// <summary>Reports how far it is.</summary>
    public Task<IActionResult> OnPostProgressAsync(CancellationToken cancel) =>
        Reply("Progressed", nameof(Plan), Planned().Then<PartnerReply>(day => new PartnerReply.Progress(Plan.JobNumber, day, Plan.Text)), cancel, Plan);

    /// <summary>Gives it back.</summary>
    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancel) => Reply("Refused", nameof(Refusal), new PartnerReply.Refuse(Refusal.Reason ?? ""), cancel);

    /// <summary>Asks something first.</summary>
    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => Reply("Asked", nameof(Ask), new PartnerReply.AskBack(Ask.Question ?? ""), cancel, Ask);

    /// <summary>Reports that it is done.</summary>
    public Task<IActionResult> OnPostDoneAsync(CancellationToken cancel)
    {
        if (Report.Solved is "yes" or "no") return Reply("Done", nameof(Report), new PartnerReply.Finish(Report.Report ?? "", Report.Solved == "yes"), cancel, Report);
        // Both at once, so that nobody is sent back twice.
        if (string.IsNullOrWhiteSpace(Report.Report)) ModelState.Add(HandoverFailures.ReportMissing, Words, nameof(Report));
        return Reply("Done", nameof(Report), OrganisationFailures.Required.At(nameof(Report.Solved)), cancel, Report);
    }

    /// <summary>Registers a resident who reached the partner.</summary>
    public async Task<IActionResult> OnPostContactAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (View is not { } view) return Unknown();
        if (!view.IsLive) return await Refuse(HandoverFailures.Ended, nameof(Contact));
        return await Answer(contacts.Register(KeyOf(view), view, Contact, cancel), receipt =>
        {
            (Notice, Registered) = ("Registered", receipt.Matters[0].Reference);
            return Back();
        }, nameof(Contact));
    }

    /// <inheritdoc />
    protected internal override async Task<IActionResult> Stale()
    {
        await Load(HttpContext.RequestAborted);
        foreach (var (name, form) in ((string, FilesForm)[])[(nameof(Plan), Plan), (nameof(Ask), Ask), (nameof(Report), Report)]) await Take(name, form, HttpContext.RequestAborted);
        return await Refuse(FreshForms.Stale);
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var opened = await open.Handle(Token, cancel);
        View = opened.Succeeded ? opened.Value : null;
    }

    private async Task<IActionResult> Reply(string done, string form, Result<PartnerReply> answer, CancellationToken cancel, FilesForm? along = null)
    {
        await Load(cancel);
        if (View is not { } view) return Unknown();
        var isTaken = along is null || await Take(form, along, cancel);
        if (!answer.Succeeded) return await Refuse(answer.Failure, form);
        if (!isTaken) return await Again();
        var asked = new ReplyToHandover.Request(KeyOf(view), view.Handover.Id, view.Reader, answer.Value, Seen ?? "", Files: files.Read(along?.Kept ?? []));
        return await Answer(reply.Handle(asked, cancel), _ =>
        {
            Notice = done;
            return Back();
        }, form);
    }

    // Only where somebody of the partner may still say something. False when one was refused; that stands at its field.
    private async Task<bool> Take(string name, FilesForm form, CancellationToken cancel)
    {
        if (View is not { IsLive: true }) return true;
        var wrong = ModelState.ErrorCount;
        await files.Take(form.Kept, form.Files, ModelState, Words, cancel, name);
        return ModelState.ErrorCount == wrong;
    }

    private Result<LocalDate?> Planned() =>
        !Plan.PlannedOn.IsEmpty && Plan.PlannedOn.Date is null ? OrganisationFailures.NoDate.At(nameof(Plan.PlannedOn)) : Plan.PlannedOn.Date;

    private static string? DateWritten(DateEntry entry) => entry.IsEmpty ? null : $"{entry.Day} {entry.Month} {entry.Year}";

    // Each person of a partner has keys of their own, whoever else is signed in in the same browser.
    private RequestKey KeyOf(HandoverForPartner view) => RequestKey is { IsNone: false } key ? key with { Scope = $"partner:{view.Reader.Who.Id:N}:{view.Handover.Id.Value:N}" } : RequestKey;

    // One page for every link that does not work, so that nobody learns anything from it.
    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Unknown()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private LocalRedirectResult Back() => LocalRedirect("~/partner/" + Token);
}

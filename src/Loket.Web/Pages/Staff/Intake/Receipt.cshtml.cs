using Loket.Cases.Callbacks;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Pages.Staff.Callbacks;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Intake;

/// <summary>What a contact became: the reference to say, what happens next, and the way back.</summary>
[Right(Right.RegisterContacts)]
public sealed class ReceiptModel(
    ReadReceipt receipts, UndoEnding undo, EndMatter end, FindCase cases, Calendars calendars, PartnerDirectory partners, NameBooks books, CallbackChoices choices, TenantContext tenant) : StaffPage
{
    /// <summary>The reference of the matter.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>How it ends after all.</summary>
    [BindProperty(Name = nameof(Form))]
    public EndingForm Form { get; set; } = new();

    /// <summary>The matter.</summary>
    public TakenMatter Taken { get; private set; } = null!;

    /// <summary>When the resident hears at the latest; null where nothing was promised.</summary>
    public LocalDate? Until { get; private set; }

    /// <summary>Organisations to which it can be forwarded.</summary>
    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    /// <summary>When somebody can be called back.</summary>
    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>Who can call back.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>Whether the reader may open the case.</summary>
    public bool SeesCases => Actor.May(Right.SeeCases);

    /// <summary>Whether the reader sees who people are.</summary>
    public bool SeesPeople => Actor.May(Right.SeePersonalData);

    /// <summary>When they are called back and by whom, in words; null when they are not.</summary>
    public (string Reference, string When, string By, int Raised)? Callback { get; private set; }

    /// <summary>Formal papers.</summary>
    public static IReadOnlyList<Choice> Papers => Loket.Web.Pages.Staff.Cases.CaseModel.Papers;

    /// <summary>Shows what it became.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    /// <summary>Takes the ending back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        return await Answer(undo.Handle(new UndoEnding.Request(RequestKey, Taken.Reference, Actor), cancel), _ => LocalRedirect(Links.Receipt(Reference)));
    }

    /// <summary>Ends it in another way.</summary>
    public async Task<IActionResult> OnPostEndAsync(string? ending, CancellationToken cancel)
    {
        if (!await Read(cancel)) return NotFound();
        var chosen = ending switch
        {
            "new" => new MatterEnding.NewCase(Form.Danger),
            "answered" => new MatterEnding.Answered(Form.Answer?.Trim() ?? "", Form.Danger),
            "forward" => new MatterEnding.Forward(Form.Body ?? "", Form.Danger),
            "join" when await cases.Handle(Form.Case, Actor, cancel) is { } found => new MatterEnding.Join(found, Form.Danger),
            "callback" when SeesPeople && CallbackChoices.WindowOf(Blank(Form.CallbackWindow) ?? (Times.Count > 0 ? Times[0].Value : null)) is { } window =>
                new MatterEnding.CallBack(new NewCallback(CallbackChoices.OwnerOf(Form.CallbackOwner), window, Blank(Form.CallbackPhone)), Form.Danger),
            _ => (MatterEnding?)null,
        };
        if (chosen is null)
        {
            return await Refuse(ending switch
            {
                "join" => IntakeFailures.CaseNotChosen,
                "callback" when SeesPeople => CallbackFailures.WindowMissing.At("CallbackWindow"),
                _ => IntakeFailures.EndingMissing,
            });
        }

        var paper = Enum.TryParse<FormalPaper>(Form.Paper, out var isOne) ? isOne : (FormalPaper?)null;
        return await Answer(AtItsField(end.Handle(new EndMatter.Request(RequestKey, Taken.Reference, chosen, paper, Actor), cancel)), _ => LocalRedirect(Links.Receipt(Reference)));
    }

    // Here the fields of a callback stand among those of the ending.
    private static async Task<Result<T>> AtItsField<T>(Task<Result<T>> asked)
    {
        var result = await asked;
        return result.Failure is { Field: "Window" or "Owner" or "Phone" } failure ? failure.At("Callback" + failure.Field) : result;
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => await Read(cancel);

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (await receipts.Handle(Reference, Actor, cancel) is not { } taken) return false;
        Taken = taken;
        if (HttpMethods.IsGet(Request.Method)) (Form.Paper, Form.Danger) = ((taken.Matter.FormalPaper ?? taken.Matter.ProposedPaper)?.ToString(), taken.Danger);
        Bodies = await partners.Bodies(cancel);
        if (taken.Matter.Outcome is null && SeesPeople) (Times, Owners) = (await choices.Times(cancel), await choices.Owners(taken.Matter.SensitiveGroup, cancel));
        var zone = (await calendars.Current(cancel)).Zone;
        Until = taken.Case?.DeadlineAt is { } at ? at.InZone(zone).Date : null;
        if (taken.Callback is { } callback)
        {
            var names = await books.Open([callback.Owner], cancel);
            Callback = (callback.Reference, CallbackChoices.InWords(callback.Window, zone, tenant.Tenant.Clock.Now().InZone(zone).Date),
                names.Person(callback.Owner) ?? names.Team(callback.Team) ?? "", callback.Raised);
        }

        return true;
    }
}

/// <summary>How a matter ends after all.</summary>
public sealed class EndingForm
{
    /// <summary>What was answered.</summary>
    public string? Answer { get; set; }

    /// <summary>Name of the formal paper that it is; empty for none.</summary>
    public string? Paper { get; set; }

    /// <summary>Cannot wait.</summary>
    public bool Danger { get; set; }

    /// <summary>To which body it goes.</summary>
    public string? Body { get; set; }

    /// <summary>Reference of the case that it is about.</summary>
    public string? Case { get; set; }

    /// <summary>When they are called back, as posted; empty for the first possibility.</summary>
    public string? CallbackWindow { get; set; }

    /// <summary>Who calls them back, as posted; empty for whoever it belongs to.</summary>
    public string? CallbackOwner { get; set; }

    /// <summary>At which number, where it is another than the one that is known.</summary>
    public string? CallbackPhone { get; set; }
}

using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.Callbacks;

/// <summary>Somebody is to be called back about a contact that was registered before, on a case or not (row A6).</summary>
[Right(Right.RegisterContacts)]
[Right(Right.SeePersonalData)]
public sealed class NewModel(MakeCallback make, CallbackChoices choices) : StaffPage
{
    /// <summary>A reference of the contact.</summary>
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    /// <summary>What is asked.</summary>
    [BindProperty]
    public NewCallbackForm Form { get; set; } = new();

    /// <summary>The matter that it is about.</summary>
    public MatterCard Matter { get; private set; } = null!;

    /// <summary>Who can call.</summary>
    public IReadOnlyList<Choice> Owners { get; private set; } = [];

    /// <summary>When can be called.</summary>
    public IReadOnlyList<Choice> Times { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Matter is null) return NotFound();
        // It is ended where somebody says what it is: a formal paper, danger, or a question that a call answers.
        if (Matter.Outcome is null) return LocalRedirect(Links.Receipt(Matter.Reference));
        Form.About = Matter.Subject;
        return Page();
    }

    /// <summary>Makes it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Matter is null || !Kernel.References.Reference.TryParse(Matter.Reference, out var reference)) return NotFound();
        if (CallbackChoices.WindowOf(Form.Window) is not { } window) return await Refuse(CallbackFailures.WindowMissing);
        var asked = new NewCallback(CallbackChoices.OwnerOf(Form.Owner), window, string.IsNullOrWhiteSpace(Form.Phone) ? null : Form.Phone, Form.About ?? "");
        return await Answer(make.Handle(new MakeCallback.Request(RequestKey, reference, asked, Actor), cancel), made => LocalRedirect(Links.Callback(made.Reference)));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        if (Matter is not null || await make.Find(Reference, Actor, cancel) is not { } found) return;
        Matter = found.Matter;
        (Owners, Times) = (await choices.Owners(Matter.SensitiveGroup, cancel), await choices.Times(cancel));
        if (HttpMethods.IsGet(Request.Method)) Form.Window = Times.Count > 0 ? Times[0].Value : null;
    }
}

/// <summary>What is asked.</summary>
public sealed class NewCallbackForm
{
    /// <summary>What about.</summary>
    public string? About { get; set; }

    /// <summary>When.</summary>
    public string? Window { get; set; }

    /// <summary>Who calls; empty for whoever it belongs to.</summary>
    public string? Owner { get; set; }

    /// <summary>Another number than the one that is known.</summary>
    public string? Phone { get; set; }
}

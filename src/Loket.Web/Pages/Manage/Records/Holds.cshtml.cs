using Loket.Cases;
using Loket.Cases.Keeping;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Manage.Records;

/// <summary>Cases that are not destroyed before a day, and why (row B6).</summary>
[Right(Right.KeepRecords)]
public sealed class HoldsModel(HeldCases held, HoldCase hold, LiftHold lift, StaffDirectory staff, TenantContext tenant) : StaffPage
{
    /// <summary>One more.</summary>
    [BindProperty]
    public HoldForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>What is held now.</summary>
    public IReadOnlyList<HeldCase> Held { get; private set; } = [];

    /// <summary>Who holds them.</summary>
    public IReadOnlyDictionary<StaffId, StaffCard> People { get; private set; } = new Dictionary<StaffId, StaffCard>();

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    /// <summary>Holds a case.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Answer(hold.Handle(new HoldCase.Request(RequestKey, Form.Reference, Form.Reason, Form.Until.Date, Actor), cancel), _ => Saved("Held"));

    /// <summary>Holds a case no longer.</summary>
    public Task<IActionResult> OnPostLiftAsync(Guid id, CancellationToken cancel) =>
        Answer(lift.Handle(RequestKey, new CaseId(id), Actor, cancel), _ => Saved("Lifted"), "");

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Held = await held.All(Actor, tenant.Tenant.Clock.Now(), cancel);
        People = await staff.Several([.. Held.Select(one => one.By).Distinct()], cancel);
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/beheer/vasthouden");
    }
}

/// <summary>A case that must not be destroyed, as it is filled in.</summary>
public sealed class HoldForm
{
    /// <summary>Its number, or a reference on it.</summary>
    public string? Reference { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The last day.</summary>
    public DateEntry Until { get; set; } = new();
}

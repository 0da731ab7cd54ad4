using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>The find box (row A4): people and companies by number, address or name; a reference opens its case.</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed class FindModel(SearchCustomers search, FindCase cases, Calendars calendars, TenantContext tenant) : StaffPage
{
    private const int LongestTyped = 200;

    private DateTimeZone zone = null!;

    /// <summary>What is looked for.</summary>
    [BindProperty]
    public FindForm Form { get; set; } = new();

    /// <summary>Who was found; null where nothing was looked for.</summary>
    public FoundCustomers? Found { get; private set; }

    /// <summary>Shows what was found for what the address has sealed.</summary>
    public async Task OnGetAsync([FromQuery(Name = "s")] string? sought, CancellationToken cancel)
    {
        zone = (await calendars.Current(cancel)).Zone;
        Form.Sought = Sought.Read(tenant.Tenant.Keys, sought, Actor.Staff);
        if (Form.Sought is { } text) Found = await search.Handle(text, Actor, cancel);
    }

    /// <summary>Looks: a reference that is somebody's opens their case, all else the list of who was found.</summary>
    /// <param name="top">What was typed in the find box at the top; else it was typed on the page itself.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "q")] string? top, CancellationToken cancel)
    {
        Form.Sought ??= top;
        var text = CleanText.Line(Form.Sought, LongestTyped);
        if (!text.Succeeded) return await Refuse(text.Failure.At(nameof(FindForm.Sought)));
        if (text.Value.Length == 0) return LocalRedirect(Links.Find);
        if (await cases.Handle(text.Value, Actor, cancel) is not null) return LocalRedirect(Links.Case(Uri.EscapeDataString(text.Value)));
        return LocalRedirect(Links.Found(Sought.Sealed(tenant.Tenant.Keys, text.Value, Actor.Staff)));
    }

    /// <summary>A day as it is here.</summary>
    public LocalDate Day(Instant at) => at.InZone(zone).Date;
}

/// <summary>What is looked for.</summary>
public sealed class FindForm
{
    /// <summary>A number, address, name or reference.</summary>
    public string? Sought { get; set; }
}

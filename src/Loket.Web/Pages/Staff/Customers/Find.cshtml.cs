using Loket.Contacts;
using Loket.Kernel.Text;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.Staff.Customers;

/// <summary>The find box (row A4): people and companies by number, address or name; a reference opens what it is of.</summary>
[Right(Right.SeePersonalData)]
[Right(Right.RegisterContacts)]
public sealed class FindModel(SearchCustomers search, MeantByReference meant, Calendars calendars, TenantContext tenant) : StaffPage
{
    private const int LongestTyped = 200;

    private DateTimeZone zone = null!;

    /// <summary>What is looked for.</summary>
    [BindProperty]
    public FindForm Form { get; set; } = new();

    /// <summary>Who was found; null where nothing was looked for.</summary>
    public FoundCustomers? Found { get; private set; }

    /// <summary>Whether people are found by their national number as well.</summary>
    public bool FindsByNumber => Actor.May(Right.UseNationalNumbers);

    /// <summary>Shows what was found for what the address has sealed.</summary>
    public async Task OnGetAsync([FromQuery(Name = "s")] string? sought, CancellationToken cancel)
    {
        zone = (await calendars.Current(cancel)).Zone;
        Form.Sought = Sought.Read(tenant.Tenant.Keys, sought, Actor.Staff);
        if (Form.Sought is { } text) Found = await search.Handle(text, Actor, cancel);
    }

    /// <summary>Looks: a reference opens its case, callback or contact, all else the list of who was found. What may be a national number stands in no address, sealed or not: it is answered at once.</summary>
    /// <param name="top">What was typed in the find box at the top; else it was typed on the page itself.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "q")] string? top, CancellationToken cancel)
    {
        Form.Sought ??= top;
        var text = CleanText.Line(Form.Sought, LongestTyped);
        if (!text.Succeeded) return await Refuse(text.Failure.At(nameof(FindForm.Sought)));
        if (text.Value.Length == 0) return LocalRedirect(Links.Find);
        if (await meant.Link(text.Value, Actor, cancel) is { } link) return LocalRedirect(link);
        if (!NationalNumber.Read(text.Value).Succeeded) return LocalRedirect(Links.Found(Sought.Sealed(tenant.Tenant.Keys, text.Value, Actor.Staff)));
        zone = (await calendars.Current(cancel)).Zone;
        Found = await search.Handle(text.Value, Actor, cancel);
        return Page();
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

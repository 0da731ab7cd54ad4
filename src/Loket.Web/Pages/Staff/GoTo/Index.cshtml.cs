using Loket.Kernel.Text;
using Loket.Storage.Tenancy;
using Loket.Web.Pages.Staff.Customers;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Staff.GoTo;

/// <summary>Going to anything by its number or name; the same box stands in a dialog on every page.</summary>
[AnyStaff]
public sealed class IndexModel(Destinations destinations, MeantByReference meant, TenantContext tenant) : StaffPage
{
    private const int LongestTyped = 200;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public GoForm Go { get; set; } = new();

    /// <summary>Where one can go.</summary>
    public IReadOnlyList<Destination> Found { get; private set; } = [];

    /// <summary>Shows what fits what the address has sealed; else all pages.</summary>
    public async Task OnGetAsync([FromQuery(Name = "s")] string? sought, CancellationToken cancel)
    {
        Go.Sought = Sought.Read(tenant.Tenant.Keys, sought, Actor.Staff);
        await Look(Go.Sought ?? "", cancel);
    }

    /// <summary>The box alone, for a dialog.</summary>
    public async Task<IActionResult> OnGetBoxAsync(CancellationToken cancel)
    {
        await Look("", cancel);
        return Partial("_Box", this);
    }

    /// <summary>Goes there: a reference at once, all else by what fits. What may be a national number stands in no address, sealed or not.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var text = CleanText.Line(Go.Sought, LongestTyped);
        if (!text.Succeeded) return await Refuse(text.Failure.At(nameof(GoForm.Sought)), nameof(Go));
        if (text.Value.Length == 0) return LocalRedirect(Links.GoTo);
        if (await meant.Link(text.Value, Actor, cancel) is { } link) return LocalRedirect(link);
        if (!NationalNumber.Read(text.Value).Succeeded) return LocalRedirect(Links.GoTo + "?s=" + Sought.Sealed(tenant.Tenant.Keys, text.Value, Actor.Staff));
        await Look(text.Value, cancel);
        return Page();
    }

    /// <summary>What fits, for who is typing.</summary>
    public async Task<IActionResult> OnPostSuggestAsync(CancellationToken cancel)
    {
        var text = CleanText.Line(Go.Sought, LongestTyped);
        await Look(text.Succeeded ? text.Value : "", cancel);
        ModelState.Clear();
        return Partial("_Found", this);
    }

    /// <inheritdoc />
    protected override Task Load(CancellationToken cancel) => Look("", cancel);

    private async Task Look(string text, CancellationToken cancel) => Found = await destinations.Find(text, Actor, User, BoxWords, cancel);

    private static Components.Words BoxWords => Components.TextCatalogue.Default.For("Pages/Staff/GoTo/_Box", System.Globalization.CultureInfo.CurrentUICulture);
}

/// <summary>What is typed.</summary>
public sealed class GoForm
{
    /// <summary>A number, a name or words of a page.</summary>
    public string? Sought { get; set; }
}

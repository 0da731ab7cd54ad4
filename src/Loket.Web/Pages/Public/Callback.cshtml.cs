using System.Globalization;
using Loket.Cases.Callbacks;
using Loket.Messages;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Pages.Staff.Callbacks;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.Public;

/// <summary>A resident sees when they are called back, chooses another time or says that it is no longer needed, by the link in their message (row A6).
/// Opening it uses nothing up; only what is posted acts.</summary>
[Open]
public sealed class CallbackModel(CallbackOfResident callbacks, TenantContext tenant) : PublicPage
{
    /// <summary>The code in the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Another time.</summary>
    [BindProperty]
    public CallbackTimeForm Form { get; set; } = new();

    /// <summary>The request.</summary>
    public OwnCallback Own { get; private set; } = null!;

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>When they are called: "maandag 30 november", "10:00", "12:00".</summary>
    public (string Day, string From, string Until) When => InWords(Own.Window);

    /// <summary>The other times.</summary>
    public IReadOnlyList<Choice> Times => [.. Own.Times.Select(window => new Choice(CallbackChoices.ValueOf(window), Words["Time", InWords(window).Day, InWords(window).From, InWords(window).Until]))];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Load(cancel);
        return Own is null ? NotFound() : Page();
    }

    /// <summary>Chooses another time.</summary>
    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Own is null) return NotFound();
        return await Answer(callbacks.Move(RequestKey, Own, CallbackChoices.WindowOf(Form.Window), cancel), _ => Back("Moved"));
    }

    /// <summary>It is no longer needed.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Own is null) return NotFound();
        return await Answer(callbacks.Withdraw(RequestKey, Own, cancel), _ => Back("Withdrawn"));
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) => Own = (await callbacks.Open(Token, cancel))!;

    private LocalRedirectResult Back(string told)
    {
        Told = told;
        return LocalRedirect("~/terugbelafspraak/" + Token);
    }

    private (string Day, string From, string Until) InWords(CallWindow window) => (
        MessageWords.Day(window.From, tenant.Tenant.Clock.Now(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
        DateWords.Time(window.From.InZone(Own.Zone).TimeOfDay), DateWords.Time(window.Until.InZone(Own.Zone).TimeOfDay));
}

/// <summary>Another time.</summary>
public sealed class CallbackTimeForm
{
    /// <summary>When they are called.</summary>
    public string? Window { get; set; }
}

using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.Passkeys;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Loket.Web.SignIn.Passkeys;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Loket.Web.Pages.SignIn;

/// <summary>The reader's passkeys: added by who signed in just now, and removed.</summary>
[AnyStaff]
public sealed class PasskeysModel(
    PasskeyList passkeys, OwnAccount account, StaffDirectory staff, Calendars calendars, PasskeyCeremony ceremony, AddPasskey add, RemovePasskey remove) : StaffPage
{
    /// <summary>A new one.</summary>
    [BindProperty]
    public NewPasskeyForm Form { get; set; } = new();

    /// <summary>What was done just now.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Those that there are.</summary>
    public IReadOnlyList<PasskeyRow> Keys { get; private set; } = [];

    /// <summary>What the device is asked; null for who signed in too long ago to add one.</summary>
    public PasskeyQuestion? Question { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!account.IsLocal(Actor)) return NotFound();
        await Load(cancel);
        return Page();
    }

    /// <summary>Adds one.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var made = await ceremony.Made(HttpContext, Form.Ticket, Form.Answer, cancel);
        return await Answer(add.Handle(new AddPasskey.Request(Form.Name, made, SessionCookies.SessionToken(Request), Actor), cancel), _ => Saved("Added"));
    }

    /// <summary>Removes one.</summary>
    public async Task<IActionResult> OnPostRemoveAsync([FromForm] Guid passkey, CancellationToken cancel) =>
        await Answer(remove.Handle(new RemovePasskey.Request(new PasskeyId(passkey), Actor), cancel), _ => Saved("Removed"));

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        var zone = (await calendars.Current(cancel)).Zone;
        Keys = [.. (await passkeys.Own(Actor, cancel)).Select(one => PasskeyRow.Of(one, zone, Words))];
        if (!await account.IsFresh(Actor, SessionCookies.SessionToken(Request), cancel) || await staff.Find(Actor.Staff!.Value, cancel) is not { } me) return;
        Question = await ceremony.AskToAdd(HttpContext, me.SignInName, me.Name, cancel);
    }

    private LocalRedirectResult Saved(string what)
    {
        Notice = what;
        return LocalRedirect("~/me/passkeys");
    }
}

/// <summary>A passkey in words.</summary>
/// <param name="Id">By which it is removed.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="AddedAt">Since when it works.</param>
/// <param name="UsedAt">When it was last used; null when it never was.</param>
public sealed record PasskeyRow(Guid Id, string Name, string AddedAt, string? UsedAt)
{
    internal static PasskeyRow Of(PasskeyCard card, DateTimeZone zone, Words words)
    {
        return new PasskeyRow(card.Id.Value, card.Name, InWords(card.AddedAt), card.UsedAt is { } used ? InWords(used) : null);

        string InWords(Instant at) => DateWords.Moment(at.InZone(zone).LocalDateTime, words.Culture);
    }
}

/// <summary>A new passkey.</summary>
public sealed class NewPasskeyForm : PasskeyForm
{
    /// <summary>As its owner will call it.</summary>
    public string? Name { get; set; }
}

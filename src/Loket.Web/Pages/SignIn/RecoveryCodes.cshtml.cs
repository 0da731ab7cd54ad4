using Loket.Organisation.Accounts;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>The reader's codes on paper: how many are left, and new ones in their place.</summary>
[AnyStaff]
public sealed class RecoveryCodesModel(OwnAccount account, MakeRecoveryCodes make) : StaffPage
{
    /// <summary>How many are left; null without an app, in whose place they come.</summary>
    public int? Left { get; private set; }

    /// <summary>Whether the reader signed in just now.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>New ones, shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Shows how many are left.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!account.IsLocal(Actor)) return NotFound();
        await Load(cancel);
        return Page();
    }

    /// <summary>Makes new ones; they stand on the page that follows and nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var made = await make.Handle(new MakeRecoveryCodes.Request(SessionCookies.SessionToken(Request), Actor), cancel);
        if (!made.Succeeded) return await Refuse(made.Failure);
        Codes = made.Value;
        await Load(cancel);
        return Page();
    }

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel)
    {
        Left = await account.RecoveryCodes(Actor, cancel);
        IsFresh = await account.IsFresh(Actor, SessionCookies.SessionToken(Request), cancel);
    }
}

using Loket.Organisation.Accounts;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody signs in once more, to do what asks for it.</summary>
[AnyStaff]
public sealed class AgainModel(SignOut signOut) : StaffPage
{
    /// <summary>Where to go on after it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Ends the session and goes to sign in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Answer(
        signOut.Handle(new SignOut.Request(SessionCookies.SessionToken(Request), Everywhere: false, Actor), cancel),
        _ =>
        {
            SessionCookies.SignOut(HttpContext);
            return LocalRedirect(GoOn.With(Url, "~/sign-in", Back, null, again: true));
        });
}

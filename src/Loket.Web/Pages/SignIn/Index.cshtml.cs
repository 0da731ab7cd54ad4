using Loket.Organisation.Accounts;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>First half of signing in: name and password.</summary>
[Open]
public sealed class IndexModel(CheckPassword check) : PublicPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The secret of a form that was kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kept { get; set; }

    /// <summary>Whether a form waits until after signing in.</summary>
    public bool WasKept => !string.IsNullOrEmpty(Kept);

    /// <summary>Whether a session ended under the reader's hands.</summary>
    public bool WasLost => !string.IsNullOrEmpty(Back) && SessionCookies.SessionToken(Request) is not null;

    /// <summary>Shows the form; who is signed in already goes on.</summary>
    public IActionResult OnGet() => Actor.Staff is null ? Page() : LocalRedirect(GoOn.To(Url, Back, Kept));

    /// <summary>Checks name and password.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Answer(
        check.Handle(new CheckPassword.Request(Form.SignInName, Form.Password, SessionCookies.Client(HttpContext)), cancel),
        halfWay =>
        {
            SessionCookies.GoHalfWay(HttpContext, halfWay.Token);
            return LocalRedirect(GoOn.With(Url, "~/sign-in/code", Back, Kept));
        });
}

/// <summary>Name and password.</summary>
public sealed class SignInForm
{
    /// <summary>The sign-in name.</summary>
    public string? SignInName { get; set; }

    /// <summary>The password; never shown again.</summary>
    public string? Password { get; set; }
}

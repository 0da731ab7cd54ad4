using Loket.Organisation.Accounts;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody chooses a password with a start code.</summary>
[Open]
public sealed class StartModel(StartAccount start) : PublicPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public StartForm Form { get; set; } = new();

    /// <summary>Starts the account.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Answer(
        start.Handle(new StartAccount.Request(Form.SignInName, Form.StartCode, Form.Password, SessionCookies.Client(HttpContext)), cancel),
        halfWay =>
        {
            SessionCookies.GoHalfWay(HttpContext, halfWay.Token);
            return LocalRedirect("~/sign-in/code");
        });
}

/// <summary>Name, start code and the password that is chosen.</summary>
public sealed class StartForm
{
    /// <summary>The sign-in name.</summary>
    public string? SignInName { get; set; }

    /// <summary>The start code.</summary>
    public string? StartCode { get; set; }

    /// <summary>The password; never shown again.</summary>
    public string? Password { get; set; }
}

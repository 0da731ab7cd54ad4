using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody chooses a password with a start code.</summary>
[Open]
public sealed class StartModel(StartAccount start, TenantProviders providers, TenantContext context) : PublicPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public StartForm Form { get; set; } = new();

    /// <summary>Shows the form, where people sign in with a password.</summary>
    public IActionResult OnGet() => providers.AllowLocalAccounts(context.Tenant) ? Page() : LocalRedirect("~/sign-in");

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

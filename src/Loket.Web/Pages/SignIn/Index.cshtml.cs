using Loket.Organisation.Accounts;
using Loket.Organisation.Passkeys;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Loket.Web.Components;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Loket.Web.SignIn.Passkeys;
using Loket.Web.SignIn.Provider;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>First half of signing in: name and password, a passkey that needs no second half, or the way to the municipality's own provider.</summary>
[Open]
public sealed class IndexModel(CheckPassword check, SignInWithPasskey signIn, PasskeyCeremony ceremony, TenantProviders providers, TenantContext context) : PublicPage
{
    private PasskeyQuestion? question;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>What a passkey answered.</summary>
    [BindProperty]
    public PasskeyForm Passkey { get; set; } = new();

    /// <summary>What the device is asked.</summary>
    public PasskeyQuestion Question => question ??= ceremony.AskToSignIn(HttpContext);

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The secret of a form that was kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kept { get; set; }

    /// <summary>Whether somebody who was signed in is to show once more that it is them.</summary>
    [BindProperty(Name = ProviderSignIn.Again, SupportsGet = true)]
    public bool OnceMore { get; set; }

    /// <summary>What went wrong at the provider, by its name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Problem { get; set; }

    /// <summary>Whether people sign in through the municipality's provider.</summary>
    public bool HasProvider => providers.Of(context.Tenant) is not null;

    /// <summary>Whether people sign in with a password.</summary>
    public bool HasLocal => providers.AllowLocalAccounts(context.Tenant);

    /// <summary>For how many days after signing in through the provider the other ways work.</summary>
    public int LocalDays => providers.Of(context.Tenant)?.LocalDays ?? 0;

    /// <summary>The way to the provider, taking along where to go on.</summary>
    public string ProviderAddress => GoOn.With(Url, "~" + ProviderEndpoints.Root, Back, Kept, OnceMore);

    /// <summary>A page has one primary button.</summary>
    public ButtonKind LocalButton => HasProvider ? ButtonKind.Secondary : ButtonKind.Primary;

    /// <summary>What went wrong at the provider, in words; null when nothing did, or something else was tried since.</summary>
    public string? ProblemWords => HttpMethods.IsGet(Request.Method) && ProviderProblems.Of(Problem) is { } failure ? Words.Of(failure) : null;

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

    /// <summary>Checks what a passkey answered.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await ceremony.Answered(HttpContext, Passkey.Ticket, Passkey.Answer, cancel) is not { } answer) return await Refuse(AccountFailures.PasskeyWrong);
        return await Answer(signIn.Handle(new SignInWithPasskey.Request(answer, SessionCookies.Client(HttpContext)), cancel), welcome =>
        {
            SessionCookies.SignIn(HttpContext, welcome);
            return LocalRedirect(GoOn.To(Url, Back, Kept));
        });
    }
}

/// <summary>Name and password.</summary>
public sealed class SignInForm
{
    /// <summary>The sign-in name.</summary>
    public string? SignInName { get; set; }

    /// <summary>The password; never shown again.</summary>
    public string? Password { get; set; }
}

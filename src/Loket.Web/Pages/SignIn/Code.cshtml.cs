using Loket.Organisation.Accounts;
using Loket.Web.Components;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>Second half of signing in: the code; the first time with the secret that couples the app, and codes for on paper afterwards.</summary>
[Open]
public sealed class CodeModel(AppCoupling coupling, CheckCode check) : PublicPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public CodeForm Form { get; set; } = new();

    /// <summary>Where to go after signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The secret of a form that was kept.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kept { get; set; }

    /// <summary>What couples the app, as long as none was coupled.</summary>
    public AppCoupling.Secret? Secret { get; private set; }

    /// <summary>The codes for on paper, shown once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>Where to go on.</summary>
    public string Next => GoOn.To(Url, Back, Kept);

    /// <summary>The secret as a square code that an app reads.</summary>
    public HtmlString Square => SquareCode.Of(Secret!.Address);

    /// <summary>Shows the form, when the password was right not long ago.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Actor.Staff is not null) return LocalRedirect(Next);
        var (goesOn, secret) = await coupling.For(SessionCookies.HalfWayToken(Request), cancel);
        Secret = secret;
        return goesOn ? Page() : LocalRedirect(GoOn.With(Url, "~/sign-in", Back, Kept));
    }

    /// <summary>Checks the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => await Answer(
        check.Handle(new CheckCode.Request(SessionCookies.HalfWayToken(Request), Form.Code, SessionCookies.Client(HttpContext)), cancel),
        welcome =>
        {
            SessionCookies.SignIn(HttpContext, welcome);
            RecoveryCodes = welcome.RecoveryCodes;
            return RecoveryCodes.Count > 0 ? Page() : LocalRedirect(Next);
        });

    /// <inheritdoc />
    protected override async Task Load(CancellationToken cancel) =>
        Secret = (await coupling.For(SessionCookies.HalfWayToken(Request), cancel)).Secret;
}

/// <summary>The code.</summary>
public sealed class CodeForm
{
    /// <summary>Six digits, or a code from paper.</summary>
    public string? Code { get; set; }
}

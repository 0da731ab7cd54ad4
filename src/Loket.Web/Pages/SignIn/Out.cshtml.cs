using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Loket.Web.Pages.SignIn;

/// <summary>Somebody signs out, here or everywhere.</summary>
[AnyStaff]
public sealed class OutModel(SignOut signOut, TenantProviders providers, TenantContext context) : StaffPage
{
    /// <inheritdoc />
    protected override bool IsFilledIn => false;

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] bool everywhere, CancellationToken cancel) => await Answer(
        signOut.Handle(new SignOut.Request(SessionCookies.SessionToken(Request), everywhere, Actor), cancel),
        _ =>
        {
            SessionCookies.SignOut(HttpContext);
            return LocalRedirect(providers.Of(context.Tenant) is null ? "~/sign-in" : "~/signed-out");
        });
}

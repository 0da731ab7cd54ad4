using Loket.Web.SignIn;
using Loket.Web.SignIn.Provider;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Loket.Web.Pages.SignIn;

/// <summary>Where somebody goes on after signing in; never to another site.</summary>
internal static class GoOn
{
    /// <summary>To the page where they were, with the form that was kept; else to their first page.</summary>
    public static string To(IUrlHelper url, string? back, string? kept)
    {
        if (string.IsNullOrEmpty(back) || !url.IsLocalUrl(back)) return url.Content("~/home");
        return string.IsNullOrEmpty(kept) ? back : QueryHelpers.AddQueryString(back, PostedForms.Parameter, kept);
    }

    /// <summary>To the next step, taking along where to go after it.</summary>
    public static string With(IUrlHelper url, string step, string? back, string? kept, bool again = false)
    {
        var address = url.Content(step);
        if (!string.IsNullOrEmpty(back)) address = QueryHelpers.AddQueryString(address, "back", back);
        if (again) address = QueryHelpers.AddQueryString(address, ProviderSignIn.Again, "true");
        return string.IsNullOrEmpty(kept) ? address : QueryHelpers.AddQueryString(address, PostedForms.Parameter, kept);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Security;

/// <summary>What goes along with every answer beside the content policy: https only, no cameras, nothing left behind on a shared computer.</summary>
internal static class SecurityHeaders
{
    // A year, as the Dutch guideline for government sites asks.
    private const string HttpsOnly = "max-age=31536000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=()";
            if (context.Request.IsHttps) headers.StrictTransportSecurity = HttpsOnly;
            // On a shared computer at a desk nothing stays behind in the browser.
            if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}

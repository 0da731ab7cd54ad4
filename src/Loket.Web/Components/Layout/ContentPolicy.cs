using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Components;

/// <summary>What a browser may do with our pages: run and show what comes from here, and nothing written into a page.</summary>
public static class ContentPolicy
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sends the policy along with every answer; a page that may be embedded sets its own before it answers.</summary>
    /// <remarks>At the last moment: what stands in the place of a page that failed starts with empty headers.</remarks>
    public static IApplicationBuilder UseContentPolicy(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(SendAlong, context.Response);
        if (context.Request.Path.StartsWithSegments("/media", StringComparison.Ordinal)) context.Response.OnStarting(KeepForEver, context.Response);
        return next(context);
    });

    private static Task SendAlong(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // Addresses carry references and codes of mail links; they are nobody else's business.
        headers["Referrer-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    /// <summary>Fonts and pictures have the digest of their content in their name.</summary>
    private static Task KeepForEver(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}

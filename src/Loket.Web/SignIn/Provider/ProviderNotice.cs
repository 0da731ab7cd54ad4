using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.SignIn.Provider;

/// <summary>The provider tells, from server to server, that somebody is signed out or has left (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class ProviderNotice(TenantContext context, TenantProviders providers, ProviderTokens tokens, EndThroughProvider end)
{
    /// <summary>Why it was not taken, in the words of the specification (section 2.8).</summary>
    private sealed record Refusal(string Error);

    /// <summary>Takes a notice.</summary>
    public async Task<IResult> Take(HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (providers.Of(context.Tenant) is not { } settings || !http.Request.HasFormContentType) return Refuse();
        var form = await http.Request.ReadFormAsync(cancel);
        if (form["logout_token"] is not [{ Length: > 0 } text] || await tokens.Ended(settings, text, cancel) is not { } notice) return Refuse();
        return (await end.Handle(notice, cancel)).Succeeded ? Results.Ok() : Refuse();
    }

    private static IResult Refuse() => Results.Json(new Refusal("invalid_request"), statusCode: StatusCodes.Status400BadRequest);
}

using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Loket.Web.SignIn.Provider;

/// <summary>The provider tells, from server to server, that somebody is signed out (OpenID Connect Back-Channel Logout 1.0), or what became of an account: a security event, pushed to the
/// same address (RFC 8935).</summary>
internal sealed class ProviderNotice(TenantContext context, TenantProviders providers, ProviderTokens tokens, EndThroughProvider end)
{
    private const string EventType = "application/secevent+jwt";

    /// <summary>Why it was not taken, in the words of the specification (section 2.8).</summary>
    private sealed record Refusal(string Error);

    /// <summary>Why an event was not taken (RFC 8935, section 2.3).</summary>
    private sealed record EventRefusal(string Err, string Description);

    /// <summary>Takes a notice.</summary>
    public async Task<IResult> Take(HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals(EventType, StringComparison.OrdinalIgnoreCase)) return await TakeEvent(http, cancel);
        if (providers.Of(context.Tenant) is not { } settings || !http.Request.HasFormContentType) return Refuse();
        var form = await http.Request.ReadFormAsync(cancel);
        if (form["logout_token"] is not [{ Length: > 0 } text] || await tokens.Ended(settings, text, cancel) is not { } notice) return Refuse();
        return (await end.Handle(notice, cancel)).Succeeded ? Results.Ok() : Refuse();
    }

    private async Task<IResult> TakeEvent(HttpContext http, CancellationToken cancel)
    {
        if (providers.Of(context.Tenant) is not { } settings) return RefuseEvent();
        var buffer = new char[ProviderTokens.LongestToken + 1];
        using var reader = new StreamReader(http.Request.Body);
        var length = await reader.ReadBlockAsync(buffer, cancel);
        if (length == 0 || await tokens.Told(settings, new string(buffer, 0, length), cancel) is not { } told) return RefuseEvent();
        // What was taken before is pushed again when our answer got lost.
        var ended = await end.Handle(told, cancel);
        return ended.Succeeded || ended.Failure == AccountFailures.ProviderAgain ? Results.StatusCode(StatusCodes.Status202Accepted) : RefuseEvent();
    }

    private static IResult RefuseEvent() =>
        Results.Json(new EventRefusal("invalid_request", "It is no security event of the provider for Loket."), statusCode: StatusCodes.Status400BadRequest);

    private static IResult Refuse() => Results.Json(new Refusal("invalid_request"), statusCode: StatusCodes.Status400BadRequest);
}

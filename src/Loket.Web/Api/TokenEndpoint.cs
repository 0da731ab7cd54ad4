using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Loket.Kernel.Text;
using Loket.Organisation.Clients;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Api;

/// <summary>A token, in the names of RFC 6749.</summary>
internal sealed record TokenBody(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>Why there is no token, in the names of RFC 6749 section 5.2.</summary>
internal sealed record TokenRefusal(string Error);

/// <summary>OAuth 2.0 client credentials (RFC 6749 section 4.4): secret for token.</summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> Give(HttpContext context, GiveToken tokens, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await Form(context.Request, cancel) is not { } form) return Refuse("invalid_request");
        if (form["grant_type"] != "client_credentials") return Refuse("unsupported_grant_type");

        var (key, secret) = Basic(context.Request) ?? (form["client_id"], form["client_secret"]);
        var given = await tokens.Handle(CleanText.Line(key, int.MaxValue).Value, secret, cancel);
        if (given.Succeeded) return Results.Json(new TokenBody(given.Value.Token, "Bearer", given.Value.Seconds));
        context.Response.Headers.WWWAuthenticate = "Basic";
        return Refuse("invalid_client", StatusCodes.Status401Unauthorized);
    }

    // Null when there is none, or none that can be read: a field too many, or one that is too long.
    private static async Task<IFormCollection?> Form(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            return await request.ReadFormAsync(cancel);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static IResult Refuse(string error, int status = StatusCodes.Status400BadRequest) => Results.Json(new TokenRefusal(error), statusCode: status);

    private static (string?, string?)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var shown) || shown is not { Scheme: "Basic", Parameter: { Length: < 400 } sealedText }
            || !Base64.IsValid(sealedText)) return null;
        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(sealedText)).Split(':', 2);
        return parts is [var key, var secret] ? (Uri.UnescapeDataString(key), Uri.UnescapeDataString(secret)) : null;
    }
}

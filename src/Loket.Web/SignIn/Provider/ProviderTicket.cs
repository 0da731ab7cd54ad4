using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Web.SignIn.Provider;

/// <summary>What a browser carries, sealed, while somebody is at the municipality's provider: by which their answer is known, and where they were.</summary>
/// <param name="State">Comes back in the address; an answer to another browser's question has another.</param>
/// <param name="Nonce">Comes back in the token: it was made for this question.</param>
/// <param name="Verifier">Of which the provider has the digest only (PKCE, RFC 7636): a code that was caught on the way is worth nothing.</param>
/// <param name="Root">The language in which they read: the address of the provider's answer is one and the same for all.</param>
/// <param name="Back">Where to go on after signing in.</param>
/// <param name="Kept">The secret of a form that was kept.</param>
/// <param name="At">When they went.</param>
internal sealed record ProviderTicket(string State, string Nonce, string Verifier, string Root, string? Back, string? Kept, Instant At)
{
    private const string Purpose = "provider-ticket";
    private const string Cookie = "loket-provider-";

    // A browser keeps four kilobytes for each cookie, with its name.
    private const int Largest = 3_600;

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    /// <summary>A fresh one.</summary>
    public static ProviderTicket Draw(string root, string? back, string? kept, Instant now) =>
        new(Token.Draw().Text, Token.Draw().Text, Token.Draw().Text, root, back, kept, now);

    /// <summary>The digest of the verifier, for the provider.</summary>
    public string Challenge() => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Gives it to the browser, under a name of its own: two windows may be on their way at once.</summary>
    public void Keep(HttpContext context)
    {
        var box = Sealed(context);
        // An address that doesn't fit is not worth losing the signing-in for.
        if (box.Length > Largest) box = (this with { Back = null, Kept = null }).Sealed(context);
        context.Response.Cookies.Append(NameOf(State), box, SessionCookies.Options(context, GoodFor, ProviderEndpoints.Root));
    }

    /// <summary>The one that this browser carries for a state, taken away from it; null when it carries none, or one of long ago.</summary>
    public static ProviderTicket? Take(HttpContext context, string? state, Instant now)
    {
        // Only what can have been drawn here comes into the name of a cookie.
        if (Token.HashOf(state) is null || context.Request.Cookies[NameOf(state!)] is not { } box) return null;
        context.Response.Cookies.Delete(NameOf(state!), SessionCookies.Options(context, null, ProviderEndpoints.Root));
        if (!Base64Url.IsValid(box) || Keys(context).Open(Purpose, Base64Url.DecodeFromChars(box)) is not { } plain) return null;
        var ticket = JsonSerializer.Deserialize<ProviderTicket>(plain, Json.Options)!;
        var isTheirs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ticket.State), Encoding.ASCII.GetBytes(state!));
        return isTheirs && now - ticket.At <= Duration.FromTimeSpan(GoodFor) ? ticket : null;
    }

    private string Sealed(HttpContext context) => Base64Url.EncodeToString(Keys(context).Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(this, Json.Options)));

    private static string NameOf(string state) => Cookie + state[..16];

    private static TenantKeys Keys(HttpContext context) => context.RequestServices.GetRequiredService<TenantContext>().Tenant.Keys;
}

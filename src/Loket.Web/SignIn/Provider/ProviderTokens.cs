using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Loket.Kernel;
using Loket.Organisation.Providers;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Loket.Web.SignIn.Provider;

/// <summary>Checks what a provider signed: that it is the provider's, for us, of now, and what it is said to be.</summary>
internal sealed class ProviderTokens(ProviderDiscovery discovery, TimeProvider machine, ILogger<ProviderTokens> logger)
{
    private const string EndOfSession = "http://schemas.openid.net/event/backchannel-logout";
    private const string EventRoot = "https://schemas.openid.net/secevent/risc/event-type/";
    private const string Disabled = EventRoot + "account-disabled";
    private const string Purged = EventRoot + "account-purged";
    private const int LongestValue = 255;

    /// <summary>The longest token that is read.</summary>
    public const int LongestToken = 32 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private static readonly Duration NoticesGoodFor = Duration.FromMinutes(10);

    // They are pushed until they are taken, also after a weekend without us.
    private static readonly Duration EventsGoodFor = Duration.FromDays(7);

    // With a key pair of the provider alone; "none", and keys that both sides know, are no proof.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new();

    /// <summary>Who it is, by an ID token (OpenID Connect Core 1.0, section 3.1.3.7); null when it proves nothing.</summary>
    public async Task<ProviderIdentity?> Identity(ProviderSettings settings, string text, string nonce, CancellationToken cancel)
    {
        if (await Check(settings, text, mustExpire: true, cancel) is not { } token) return null;
        var isForUs = Value(token, "azp") is not { } party || party == settings.ClientId;
        var isAnswer = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Value(token, "nonce") ?? ""), Encoding.UTF8.GetBytes(nonce));
        if (!isForUs || !isAnswer || token.Subject is not { Length: > 0 and <= LongestValue }) return Refuse(settings, "It is an answer to something else, or about nobody.");
        var teams = Says(token, settings.TeamClaim) ? Values(token, settings.TeamClaim) : null;
        if (teams is null && settings.Teams.Count > 0) logger.LogWarning("The provider {Authority} left out the claim {Claim}, so somebody keeps the teams that they have.", settings.Authority, settings.TeamClaim);
        return new ProviderIdentity(
            token.Issuer, token.Subject, Value(token, "sid"), NameOf(token), Value(token, "preferred_username"), Value(token, "email"), IsEmailVerified(token),
            Values(token, settings.RoleClaim), teams, ProvenAt(token));
    }

    /// <summary>Whose sessions end, by a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6); null when it proves nothing.</summary>
    public async Task<EndThroughProvider.Request?> Ended(ProviderSettings settings, string text, CancellationToken cancel)
    {
        if (await Check(settings, text, mustExpire: false, cancel) is not { } token) return null;
        var (subject, session) = (Value(token, "sub"), Value(token, "sid"));
        // An ID token has a nonce and tells of no event: it can't be used in the place of a notice.
        var isNotice = TellsOfTheEnd(token) && Value(token, "nonce") is null && token.Id is { Length: > 0 and <= LongestValue } && (subject ?? session) is { Length: > 0 and <= LongestValue };
        return IsOfNow(token, NoticesGoodFor) && isNotice ? new EndThroughProvider.Request(token.Issuer, subject, session, token.Id!) : null;
    }

    /// <summary>What became of whose account, by a security event (RFC 8417) of the profile for accounts (OpenID RISC 1.0): it was taken away or closed, so they left, or it is closed as
    /// somebody else got hold of it, so all sessions end. An event about something else names nobody; null when it proves nothing.</summary>
    public async Task<EndThroughProvider.Request?> Told(ProviderSettings settings, string text, CancellationToken cancel)
    {
        if (await Check(settings, text, mustExpire: false, cancel) is not { } token) return null;
        using var payload = Payload(token);
        if (!payload.RootElement.TryGetProperty("events", out var events) || events.ValueKind != JsonValueKind.Object) return null;
        if (!IsOfNow(token, EventsGoodFor) || Value(token, "nonce") is not null || token.Id is not { Length: > 0 and <= LongestValue }) return null;
        var isPurged = events.TryGetProperty(Purged, out _);
        var isDisabled = events.TryGetProperty(Disabled, out var disabled);
        if (!isPurged && !isDisabled) return new EndThroughProvider.Request(token.Issuer, null, null, token.Id);
        return (SubjectOf(payload.RootElement, token.Issuer) ?? Value(token, "sub")) is { Length: > 0 and <= LongestValue } subject
            ? new EndThroughProvider.Request(token.Issuer, subject, null, token.Id, HasLeft: isPurged || Text(disabled, "reason") != "hijacking") : null;
    }

    private async Task<JsonWebToken?> Check(ProviderSettings settings, string text, bool mustExpire, CancellationToken cancel)
    {
        if (text.Length > LongestToken || await discovery.Of(settings, cancel) is not { } provider) return null;
        var result = await Check(provider, settings, text, mustExpire);
        // The provider may have other keys since it was asked.
        if (result.Exception is SecurityTokenInvalidSignatureException && await discovery.Anew(settings, cancel) is { } anew) result = await Check(anew, settings, text, mustExpire);
        if (result is { IsValid: true, SecurityToken: JsonWebToken token }) return token;
        logger.LogWarning(result.Exception, "A token of the provider {Authority} was refused.", settings.Authority);
        return null;
    }

    private Task<TokenValidationResult> Check(OpenIdConnectConfiguration provider, ProviderSettings settings, string text, bool mustExpire) => handler.ValidateTokenAsync(text, new TokenValidationParameters
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = settings.ClientId,
        IssuerSigningKeys = provider.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = mustExpire,
        ClockSkew = Skew,
    });

    private ProviderIdentity? Refuse(ProviderSettings settings, string why)
    {
        logger.LogWarning("A token of the provider {Authority} was refused. {Why}", settings.Authority, why);
        return null;
    }

    private static string? NameOf(JsonWebToken token) =>
        Value(token, "name") ?? (Value(token, "given_name") is { } given ? $"{given} {Value(token, "family_name")}".Trim() : null);

    // Seconds since 1970 (OpenID Connect Core 1.0, section 2); what lies ahead or is no moment is none.
    private Instant? ProvenAt(JsonWebToken token) =>
        long.TryParse(Value(token, "auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= machine.Instant().ToUnixTimeSeconds() + (long)Skew.TotalSeconds
            ? Instant.FromUnixTimeSeconds(seconds) : null;

    // The second is how Entra ID says that the organisation owns the address's domain; it knows no other.
    private static bool IsEmailVerified(JsonWebToken token) =>
        string.Equals(Value(token, "email_verified"), "true", StringComparison.OrdinalIgnoreCase) || Value(token, "xms_edov") is "1" or "true" or "True";

    private bool IsOfNow(JsonWebToken token, Duration goodFor)
    {
        var age = machine.Instant() - Instant.FromDateTimeUtc(DateTime.SpecifyKind(token.IssuedAt, DateTimeKind.Utc));
        return age <= goodFor && age >= -Duration.FromTimeSpan(Skew);
    }

    // Issuer and subject (RFC 9493, section 3.2.3); another kind of name is not known here.
    private static string? SubjectOf(JsonElement payload, string issuer) =>
        payload.TryGetProperty("sub_id", out var id) && Text(id, "format") == "iss_sub" && Text(id, "iss") == issuer ? Text(id, "sub") : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TellsOfTheEnd(JsonWebToken token)
    {
        using var payload = Payload(token);
        return payload.RootElement.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object && events.TryGetProperty(EndOfSession, out _);
    }

    // An empty list says that there are none; it gives no claim, as one that was left out.
    private static bool Says(JsonWebToken token, string claim)
    {
        using var payload = Payload(token);
        return payload.RootElement.TryGetProperty(claim, out _);
    }

    private static JsonDocument Payload(JsonWebToken token) => JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));

    private static string? Value(JsonWebToken token, string claim) => token.Claims.FirstOrDefault(one => one.Type == claim)?.Value is { Length: > 0 } value ? value : null;

    private static List<string> Values(JsonWebToken token, string claim) => [.. token.Claims.Where(one => one.Type == claim).Select(one => one.Value)];
}

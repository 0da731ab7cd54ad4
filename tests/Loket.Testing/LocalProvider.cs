using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Loket.Organisation.Providers;
using Loket.Organisation.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Loket.Testing;

/// <summary>Somebody as a provider knows them.</summary>
/// <param name="Subject">By which they are known for ever.</param>
/// <param name="Name">The name.</param>
/// <param name="UserName">The name with which they sign in there.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="EmailVerified">Whether the provider stands for it.</param>
/// <param name="Roles">Values of the claim "roles".</param>
/// <param name="Groups">Values of the claim "groups".</param>
public sealed record ProviderPerson(
    string Subject, string Name, string UserName, string Email, bool EmailVerified = true, IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Groups = null);

/// <summary>A real OpenID Connect provider (OpenIddict) on a loopback port, in memory: authorization code flow with PKCE. It signs in whom it is told to, without asking.</summary>
public sealed class LocalProvider : IAsyncDisposable
{
    /// <summary>Under which name the municipality is registered.</summary>
    public const string ClientId = "loket";

    private const string Secret = "een geheim tussen twee programma's";
    private const string SessionClaim = "sid";
    private const string EndOfSession = "http://schemas.openid.net/event/backchannel-logout";

    // Made once for a run: making one takes seconds.
    private static readonly RsaSecurityKey SigningKey = new(RSA.Create(2048)) { KeyId = "local" };
    private static readonly SymmetricSecurityKey EncryptionKey = new(RandomNumberGenerator.GetBytes(32));

    private WebApplication app = null!;
    private int discovered;

    private LocalProvider()
    {
    }

    /// <summary>Its address, and so its issuer.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Who sits at the browser.</summary>
    public ProviderPerson Person { get; set; } = new("1", "Noor Mulder", "noor.mulder", "noor.mulder@gemeente.example");

    /// <summary>The session that it says to have with them; null when it doesn't say.</summary>
    public string? Session { get; set; }

    /// <summary>With which error people are sent back; null when they are signed in.</summary>
    public string? Refuses { get; set; }

    /// <summary>Whether its ID tokens are of an hour ago.</summary>
    public bool GivesExpiredTokens { get; set; }

    /// <summary>Whether its ID tokens answer another question.</summary>
    public bool GivesAnotherNonce { get; set; }

    /// <summary>Whether it has no discovery document, as when it is not there.</summary>
    public bool SaysNothing { get; set; }

    /// <summary>How often it was asked for that.</summary>
    public int Discovered => discovered;

    /// <summary>How often a code was exchanged.</summary>
    public int Exchanged { get; private set; }

    /// <summary>The claims that give something in a town of a test.</summary>
    public ProviderSettings Settings => new()
    {
        Authority = Address,
        ClientId = ClientId,
        ClientSecret = Secret,
        Roles = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal) { ["loket-agent"] = [Role.Agent], ["loket-lead"] = [Role.Handler, Role.TeamLead] },
        Teams = new Dictionary<string, string>(StringComparer.Ordinal) { ["gg-klantcontact"] = "klantcontact", ["gg-verlichting"] = "lighting" },
    };

    /// <summary>A provider on a free port.</summary>
    public static async Task<LocalProvider> Start()
    {
        var provider = new LocalProvider();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(provider.SetUp);
        provider.app = builder.Build();
        provider.app.Use(provider.Discover);
        provider.app.UseAuthentication();
        provider.app.MapGet("/connect/authorize", provider.Authorize);
        await provider.app.StartAsync();
        provider.Address = new Uri(provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return provider;
    }

    /// <summary>Makes it the provider of a town.</summary>
    public Task In(Town town, ProviderSettings? settings = null) => town.Use<TenantProviders, bool>(providers =>
    {
        providers.Set(town.Tenant, settings ?? Settings);
        return Task.FromResult(true);
    });

    /// <summary>It falls over.</summary>
    public Task Stop() => app.StopAsync();

    /// <summary>A notice that somebody's sessions end, as it would post it to us.</summary>
    /// <param name="subject">Whose; null when only a session is named.</param>
    /// <param name="session">Which session.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="number">The number of the notice.</param>
    /// <param name="isNotice">Whether it tells of the end of a session.</param>
    /// <param name="at">When it was made; now when not given.</param>
    /// <param name="otherKey">Whether it is signed with a key that is not the provider's.</param>
    public string Notice(
        string? subject, string? session = null, string audience = ClientId, string? number = null, bool isNotice = true, DateTimeOffset? at = null, bool otherKey = false)
    {
        var made = at ?? TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["jti"] = number ?? Guid.NewGuid().ToString("N") };
        if (subject is not null) claims["sub"] = subject;
        if (session is not null) claims[SessionClaim] = session;
        if (isNotice) claims["events"] = JsonSerializer.SerializeToElement(new Dictionary<string, object>(StringComparer.Ordinal) { [EndOfSession] = new { } });
        return Signed("logout+jwt", audience, made, claims, otherKey);
    }

    /// <summary>What became of somebody's account, as it would push it to us (OpenID RISC 1.0).</summary>
    /// <param name="subject">Whose.</param>
    /// <param name="what">The last part of the event's name: <c>account-disabled</c>.</param>
    /// <param name="reason">Why; null when it doesn't say.</param>
    /// <param name="otherKey">Whether it is signed with a key that is not the provider's.</param>
    public string Event(string subject, string what, string? reason = null, bool otherKey = false)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reason is not null) details["reason"] = reason;
        return Signed("secevent+jwt", ClientId, TimeProvider.System.GetUtcNow(), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["sub_id"] = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["format"] = "iss_sub", ["iss"] = Address.AbsoluteUri, ["sub"] = subject }),
            ["events"] = JsonSerializer.SerializeToElement(
                new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal) { ["https://schemas.openid.net/secevent/risc/event-type/" + what] = details }),
        }, otherKey);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Signed(string type, string audience, DateTimeOffset at, Dictionary<string, object> claims, bool otherKey) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address.AbsoluteUri,
            Audience = audience,
            IssuedAt = at.UtcDateTime,
            TokenType = type,
            Claims = claims,
            SigningCredentials = otherKey
                ? new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "another" }, SecurityAlgorithms.RsaSha256)
                : app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials[0],
        });

    private Task Discover(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/.well-known/openid-configuration", StringComparison.Ordinal)) return next(context);
        Interlocked.Increment(ref discovered);
        if (!SaysNothing) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private void SetUp(OpenIddictServerBuilder options)
    {
        options.EnableDegradedMode();
        options.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetEndSessionEndpointUris("connect/logout");
        options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        options.RegisterScopes(Scopes.Profile, Scopes.Email);
        options.AddEncryptionKey(EncryptionKey).AddSigningKey(SigningKey);
        options.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
        options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.RedirectUri?.EndsWith("/sign-in/provider/back", StringComparison.Ordinal) != true) context.Reject(Errors.InvalidClient, "Nobody is registered so.", null);
            return default;
        }));
        options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            Exchanged++;
            if (context.Request.ClientId != ClientId || context.Request.ClientSecret != Secret) context.Reject(Errors.InvalidClient, "That is not the secret.", null);
            return default;
        }));
        options.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        // Before the token is written.
        options.AddEventHandler<GenerateTokenContext>(handler => handler.UseInlineHandler(Spoil).SetOrder(int.MinValue + 50_000));
    }

    private ValueTask Spoil(GenerateTokenContext context)
    {
        if (!context.TokenType.EndsWith("id_token", StringComparison.Ordinal)) return default;
        var now = TimeProvider.System.GetUtcNow();
        if (GivesExpiredTokens) context.Principal.SetCreationDate(now.AddHours(-2)).SetExpirationDate(now.AddHours(-1));
        if (GivesAnotherNonce) context.Principal.SetClaim(Claims.Nonce, "of another question");
        return default;
    }

    private IResult Authorize(HttpContext context)
    {
        if (Refuses is { } error)
        {
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("local", Claims.Name, Claims.Role);
        identity.AddClaims(
        [
            new Claim(Claims.Subject, Person.Subject), new Claim(Claims.Name, Person.Name), new Claim(Claims.PreferredUsername, Person.UserName), new Claim(Claims.Email, Person.Email),
            new Claim(Claims.EmailVerified, Person.EmailVerified ? "true" : "false", ClaimValueTypes.Boolean),
            .. (Person.Roles ?? []).Select(role => new Claim("roles", role)), .. (Person.Groups ?? []).Select(group => new Claim("groups", group)),
        ]);
        // Whoever is asked for an age is told when that was (OpenID Connect Core 1.0, section 2).
        if (context.Request.Query.ContainsKey("max_age"))
            identity.AddClaim(new Claim("auth_time", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64));
        if (Session is { } session) identity.AddClaim(new Claim(SessionClaim, session));
        identity.SetDestinations(static _ => [Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        return Results.SignIn(principal, properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}

using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Loket.Web.SignIn.Provider;

/// <summary>The way to the municipality's provider and back: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636, RFC 9700).</summary>
internal sealed class ProviderSignIn(
    TenantContext context, TenantProviders providers, ProviderDiscovery discovery, ProviderExchange exchange, ProviderTokens tokens,
    OpenProviderAnswer open, SignInThroughProvider signIn, TimeProvider machine)
{
    /// <summary>Stands in the address where somebody is to show once more that it is them.</summary>
    public const string Again = "again";

    private const int LongestCode = 8 * 1024;

    /// <summary>Somebody sets out, with a ticket for the way back.</summary>
    public async Task<IResult> SetOut(HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (providers.Of(context.Tenant) is not { } settings) return Results.NotFound();
        var ticket = ProviderTicket.Draw(http.Request.PathBase.ToUriComponent(), Asked(http, "back"), Asked(http, PostedForms.Parameter), machine.Instant());
        // Who is signed in already goes on from there.
        if (http.Actor().Staff is not null) return ToSignInPage(ticket, null);
        if (await discovery.Of(settings, cancel) is not { } provider) return ToSignInPage(ticket, AccountFailures.ProviderAway);
        ticket.Keep(http);
        return Results.Redirect(AddressAt(provider, settings, ticket, ReturnAddress(http), isAgain: Asked(http, Again) is not null));
    }

    /// <summary>Somebody comes back, signed in there or not.</summary>
    public async Task<IResult> ComeBack(HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (providers.Of(context.Tenant) is not { } settings) return Results.NotFound();
        // An answer without a ticket in this browser is somebody else's, or was given before.
        if (ProviderTicket.Take(http, Asked(http, "state"), machine.Instant()) is not { } ticket) return ToSignInPage(null, AccountFailures.ProviderAgain);
        var welcome = await Welcome(http, settings, ticket, cancel);
        if (welcome.Failure == AccountFailures.NoRole) return Results.LocalRedirect(ticket.Root + "/sign-in/no-access");
        if (!welcome.Succeeded) return ToSignInPage(ticket, welcome.Failure);
        SessionCookies.SignIn(http, welcome.Value);
        // The sign-in page knows where whoever is signed in goes on, with the form that was kept, and never to another site.
        return ToSignInPage(ticket, null);
    }

    private async Task<Result<CheckCode.Welcome>> Welcome(HttpContext http, ProviderSettings settings, ProviderTicket ticket, CancellationToken cancel)
    {
        if (Asked(http, "error") is { } error) return error == "access_denied" ? AccountFailures.ProviderRefused : AccountFailures.ProviderWrong;
        if (Asked(http, "code") is not { Length: <= LongestCode } code) return AccountFailures.ProviderWrong;
        var client = SessionCookies.Client(http);
        var opened = await open.Handle(new OpenProviderAnswer.Request(ticket.State, client), cancel);
        if (!opened.Succeeded) return opened.Failure;
        if (await discovery.Of(settings, cancel) is not { } provider) return AccountFailures.ProviderAway;
        // A provider that says who it is, is the one that was asked (RFC 9207).
        if (Asked(http, "iss") is { } issuer && issuer != provider.Issuer) return AccountFailures.ProviderWrong;
        var token = await exchange.IdToken(settings, provider, new ProviderExchange.Question(code, ticket.Verifier, ReturnAddress(http)), cancel);
        if (!token.Succeeded) return token.Failure;
        if (await tokens.Identity(settings, token.Value, ticket.Nonce, cancel) is not { } identity) return AccountFailures.ProviderWrong;
        return await signIn.Handle(new SignInThroughProvider.Request(identity, client), cancel);
    }

    private static IResult ToSignInPage(ProviderTicket? ticket, Failure? problem)
    {
        var query = new QueryBuilder();
        if (ticket?.Back is { } back) query.Add("back", back);
        if (ticket?.Kept is { } kept) query.Add(PostedForms.Parameter, kept);
        if (problem is not null) query.Add(ProviderProblems.Parameter, ProviderProblems.NameOf(problem));
        return Results.LocalRedirect($"{ticket?.Root}/sign-in{query.ToQueryString()}");
    }

    private static string AddressAt(OpenIdConnectConfiguration provider, ProviderSettings settings, ProviderTicket ticket, string returnAddress, bool isAgain)
    {
        var question = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = returnAddress,
            ["scope"] = settings.ScopeText(),
            ["state"] = ticket.State,
            ["nonce"] = ticket.Nonce,
            ["code_challenge"] = ticket.Challenge(),
            ["code_challenge_method"] = "S256",
        };
        // With an age it also says when they showed who they are (OpenID Connect Core 1.0, section 3.1.2.1); who takes this out of the address is not known to have done so.
        if (isAgain) (question["prompt"], question["max_age"]) = ("login", "0");
        return QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, question);
    }

    // One for both languages: each address must be registered at the provider.
    private static string ReturnAddress(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}{ProviderEndpoints.Back}";

    private static string? Asked(HttpContext http, string name) => http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;
}

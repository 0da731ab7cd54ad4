using System.Security.Claims;
using System.Text.Encodings.Web;
using Loket.Organisation.Clients;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Loket.Web.Api;

/// <summary>Recognises a program by its token. The cookie of a browser opens nothing here, so no page elsewhere can act for who is signed in.</summary>
internal sealed class ClientAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, ClientActors clients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Name = "client";
    private const string Before = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } shown] || !shown.StartsWith(Before, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (await clients.Resolve(shown[Before.Length..].Trim(), Context.RequestAborted) is not { } reader) return AuthenticateResult.NoResult();

        Context.IsReadBy(reader);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, reader.Actor.Who.Id.ToString()!), new Claim(ClaimTypes.Name, reader.Name)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

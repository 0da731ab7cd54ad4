using System.Security.Claims;
using System.Text.Encodings.Web;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Loket.Web.SignIn;

/// <summary>Recognises staff by the session that their browser carries; who is not recognised goes to the sign-in page and comes back.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, Actors actors, PostedForms forms)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // What went wrong may be that nobody can be looked up; the page that says so is for everybody.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null) return AuthenticateResult.NoResult();
        // A file of the site is the same for every reader: no query for it.
        if (SessionCookies.SessionToken(Request) is not { } token || Context.GetEndpoint().IsFile()) return AuthenticateResult.NoResult();
        if (await actors.Resolve(token, Context.RequestAborted) is not { } reader) return AuthenticateResult.NoResult();

        Context.IsReadBy(reader);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, reader.Actor.Who.Id.ToString()!), new Claim(ClaimTypes.Name, reader.Name)], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isForPeople = HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || Request.HasFormContentType;
        if (!isForPeople || Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var kept = HttpMethods.IsPost(Request.Method) ? await forms.Keep(Context) : null;
        var query = new QueryBuilder { { "back", PostedForms.PageOf(Request) } };
        if (kept is not null) query.Add("kept", kept);
        Response.Redirect(Request.PathBase + "/sign-in" + query.ToQueryString());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

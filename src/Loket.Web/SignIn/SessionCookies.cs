using Loket.Organisation.Accounts;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.SignIn;

/// <summary>What a browser carries: its session, the half-way secret between password and code, and by what it is known.</summary>
internal static class SessionCookies
{
    private const string Session = "loket-session";
    private const string HalfWay = "loket-half-way";
    private const string Device = "loket-device";

    public static string? SessionToken(HttpRequest request) => request.Cookies[Session];

    public static string? HalfWayToken(HttpRequest request) => request.Cookies[HalfWay];

    public static SignInClient Client(HttpContext context) =>
        new(Security.ClientAddress.Of(context), context.Request.Cookies[Device], Browser.Of(context.Request.Headers.UserAgent), SessionToken(context.Request));

    public static void GoHalfWay(HttpContext context, string token) =>
        context.Response.Cookies.Append(HalfWay, token, Options(context, TimeSpan.FromMinutes(10)));

    public static void SignIn(HttpContext context, CheckCode.Welcome welcome)
    {
        // Without an age the browser forgets the session when it closes; the server ends it in any case.
        context.Response.Cookies.Append(Session, welcome.Token, Options(context, null));
        context.Response.Cookies.Append(Device, welcome.Device, Options(context, TimeSpan.FromDays(180)));
        context.Response.Cookies.Delete(HalfWay, Options(context, null));
    }

    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(Session, Options(context, null));

    // Lax keeps the cookie away from forms that other sites post; links from mail still find somebody signed in.
    internal static CookieOptions Options(HttpContext context, TimeSpan? age, string path = "/") => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = path, MaxAge = age, IsEssential = true,
    };
}

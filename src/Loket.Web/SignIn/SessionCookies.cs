using Loket.Organisation.Accounts;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.SignIn;

/// <summary>What a browser carries: its session, the half-way secret between password and code, and by what it is known.</summary>
internal static class SessionCookies
{
    private const string Session = "loket-session";
    private const string HalfWay = "loket-half-way";
    private const string Device = "loket-device";

    // A browser takes a cookie of this name over https alone, from this very host and for all of it: no other site under the same domain can put one in its place.
    private const string OfThisHost = "__Host-";

    public static string? SessionToken(HttpRequest request) => request.Cookies[NameOf(request, Session)];

    public static string? HalfWayToken(HttpRequest request) => request.Cookies[NameOf(request, HalfWay)];

    public static SignInClient Client(HttpContext context) =>
        new(Security.ClientAddress.Of(context), context.Request.Cookies[NameOf(context.Request, Device)], Browser.Of(context.Request.Headers.UserAgent), SessionToken(context.Request));

    public static void GoHalfWay(HttpContext context, string token) =>
        context.Response.Cookies.Append(NameOf(context.Request, HalfWay), token, Options(context, TimeSpan.FromMinutes(10)));

    public static void SignIn(HttpContext context, CheckCode.Welcome welcome)
    {
        // Without an age the browser forgets the session when it closes; the server ends it in any case.
        context.Response.Cookies.Append(NameOf(context.Request, Session), welcome.Token, Options(context, null));
        context.Response.Cookies.Append(NameOf(context.Request, Device), welcome.Device, Options(context, TimeSpan.FromDays(180)));
        context.Response.Cookies.Delete(NameOf(context.Request, HalfWay), Options(context, null));
    }

    public static void SignOut(HttpContext context) => context.Response.Cookies.Delete(NameOf(context.Request, Session), Options(context, null));

    private static string NameOf(HttpRequest request, string name) => request.IsHttps ? OfThisHost + name : name;

    // Lax keeps the cookie away from forms that other sites post; links from mail still find somebody signed in.
    internal static CookieOptions Options(HttpContext context, TimeSpan? age, string path = "/") => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = path, MaxAge = age, IsEssential = true,
    };
}

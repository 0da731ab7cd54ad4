using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Public.Report;

/// <summary>The secret with which a browser finds the answers of its own unfinished form; gone when the browser is closed, for computers that people share.</summary>
internal static class DraftCookie
{
    private const string Name = "loket-draft";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
    });
}

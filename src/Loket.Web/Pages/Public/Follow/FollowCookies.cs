using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Public.Follow;

/// <summary>What a browser carries on the follow pages: the reference that was typed, and later the sealed ticket.</summary>
internal static class FollowCookies
{
    private const string ReferenceName = "loket-follow-reference";
    private const string TicketName = "loket-follow";

    public static string? Reference(HttpRequest request) => request.Cookies[ReferenceName];

    public static void KeepReference(HttpContext context, string reference) => context.Response.Cookies.Append(ReferenceName, reference, Options(context));

    public static string? Ticket(HttpRequest request) => request.Cookies[TicketName];

    public static void KeepTicket(HttpContext context, string ticket) => context.Response.Cookies.Append(TicketName, ticket, Options(context));

    public static void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(TicketName, Options(context));
        context.Response.Cookies.Delete(ReferenceName, Options(context));
    }

    // Gone when the browser closes; the server ends the ticket half an hour after the last look in any case.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true,
    };
}

using System.Globalization;
using Loket.Kernel;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Api;

/// <summary>The headers that a change needs: a key so that a retry is carried out once, the version that the caller saw.</summary>
internal static class ApiConditions
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 100;

    private static readonly Failure KeyMissing = new("request.key-missing");
    private static readonly Failure VersionMissing = new("request.version-missing");
    private static readonly Failure VersionUnreadable = new("request.version-unreadable");

    /// <summary>A change that must name its wish.</summary>
    public static RouteHandlerBuilder NeedsKey(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new NeedsKeyMark()).AddEndpointFilter(async (context, next) =>
        context.HttpContext.Request.Headers[KeyHeader] is [{ Length: > 0 and <= LongestKey }] ? await next(context) : ApiProblems.Of(KeyMissing, StatusCodes.Status400BadRequest));

    /// <summary>A change that must say which version it was made on.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint, string words = "The ETag of the case as you saw it.") => endpoint.WithMetadata(new NeedsVersionMark(words))
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired).AddEndpointFilter(async (context, next) =>
        context.HttpContext.Request.Headers.IfMatch.Count == 0 ? ApiProblems.Of(VersionMissing, StatusCodes.Status428PreconditionRequired)
        : context.HttpContext.SeenVersion() is null ? ApiProblems.Of(VersionUnreadable, StatusCodes.Status400BadRequest)
        : await next(context));

    /// <summary>The key of this wish, in the client's own scope.</summary>
    public static RequestKey WishKey(this HttpContext context) =>
        context.Request.Headers[KeyHeader] is [{ Length: > 0 and <= LongestKey } key] ? new RequestKey($"client:{context.Actor().Who.Id:N}", key) : RequestKey.None;

    /// <summary>The version that the caller saw; null when none was said, or what was said is no version.</summary>
    public static int? SeenVersion(this HttpContext context) =>
        context.Request.Headers.IfMatch is [{ Length: > 2 } tag] && tag[0] == '"' && tag[^1] == '"'
        && int.TryParse(tag[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>Says which version the answer is.</summary>
    public static void IsVersion(this HttpContext context, int version) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>Says in the document that a key is needed.</summary>
internal sealed record NeedsKeyMark;

/// <summary>Says in the document that a version is needed.</summary>
/// <param name="Words">Of what.</param>
internal sealed record NeedsVersionMark(string Words);

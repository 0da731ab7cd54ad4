using System.Text.Json;
using Loket.Kernel;
using Loket.Storage;
using Loket.Web.Components;
using Loket.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loket.Web.Api;

/// <summary>What went wrong, as problem+json (RFC 9457): a code for programs, words for people. English below <c>/en</c>.</summary>
internal static class ApiProblems
{
    private static readonly Failure Unreadable = new("request.unreadable");
    private static readonly Failure NotThere = new("request.not-there", FailureKind.NotFound);
    private static readonly Failure SignInFirst = new("request.no-token", FailureKind.Forbidden);
    private static readonly Failure NotAllowed = new("request.not-allowed", FailureKind.Forbidden);
    private static readonly Failure Broken = new("request.broken", FailureKind.Unavailable);
    private static readonly Failure Unavailable = new("request.unavailable", FailureKind.Unavailable);

    /// <summary>A failure as an answer.</summary>
    public static IResult Of(Failure failure, int? status = null)
    {
        var known = status ?? StatusOf(failure);
        var extensions = new Dictionary<string, object?> { ["code"] = failure.Code };
        if (failure.Field is { } field) extensions["field"] = JsonNamingPolicy.CamelCase.ConvertName(field);
        return Results.Problem(title: failure.InWords(), statusCode: known, type: "urn:loket:problem:" + failure.Code, extensions: extensions);
    }

    /// <summary>Turns the failure that an endpoint gives into its answer.</summary>
    public static async ValueTask<object?> InWords(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var answer && answer is Failure failure ? Of(failure) : answer;

    /// <summary>Every refusal of the framework, and every bug, gets the same form.</summary>
    public static async Task Always(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await Of(Unreadable with { Field = FieldOf(exception) }, exception.StatusCode).ExecuteAsync(context);
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted && exception is not OperationCanceledException)
        {
            Log.Broken(context.RequestServices.GetRequiredService<ILogger<ApiProblem>>(), exception, context.Request.Method, context.GetEndpoint()?.DisplayName);
            context.Response.Clear();
            await (context.RequestServices.GetRequiredService<Outages>().Is(exception) ? Of(Unavailable) : Of(Broken, StatusCodes.Status500InternalServerError)).ExecuteAsync(context);
            return;
        }

        if (context.Response.HasStarted || context.Response.StatusCode < 400 || context.Response.ContentType is not null) return;
        var failure = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => SignInFirst,
            StatusCodes.Status403Forbidden => NotAllowed,
            StatusCodes.Status404NotFound => NotThere,
            _ => Unreadable,
        };
        await Of(failure, context.Response.StatusCode).ExecuteAsync(context);
    }

    private static int StatusOf(Failure failure) => failure.Kind switch
    {
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        FailureKind.Conflict => failure == StorageFailures.ChangedMeanwhile ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    // "$.matters[0].subjekt": where in the body it stands.
    private static string? FieldOf(BadHttpRequestException exception) =>
        exception.InnerException is JsonException { Path: { Length: > 2 } path } ? path[2..] : null;
}

/// <summary>Under this name the log tells of bugs in the interface.</summary>
internal sealed class ApiProblem;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} failed")]
    public static partial void Broken(ILogger logger, Exception exception, string method, string? endpoint);
}

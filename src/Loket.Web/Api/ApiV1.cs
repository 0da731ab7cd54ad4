using Loket.Documents;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Api;

/// <summary>The interface for other programs, version 1. Each line says who may use it; what is not here does not exist.</summary>
internal static class ApiV1
{
    public const string Root = "/api/v1";

    private static readonly string[] FileTypes = [.. Enum.GetValues<FileKind>().Select(kind => kind.ContentType().Split(';')[0])];

    /// <summary>Whether a request is for this interface.</summary>
    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddApiV1(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.SetUp(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddScoped<ApiNames>();
        return services.AddOpenApi("v1", ApiDocument.SetUp);
    }

    public static void MapApiV1(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi(Root + "/openapi.json").Open();
        app.MapPost(Root + "/token", TokenEndpoint.Give).Open().DisableAntiforgery()
            .Produces<TokenBody>().Produces<TokenRefusal>(StatusCodes.Status400BadRequest).Produces<TokenRefusal>(StatusCodes.Status401Unauthorized)
            .WithTags("token").WithSummary("Get a token for an hour: OAuth 2.0 client credentials, secret in the form or as Basic.");

        var api = app.MapGroup(Root).AddEndpointFilter(ApiProblems.InWords);
        api.MapPost("/contacts", ContactEndpoints.Register).RequireRight(Right.RegisterContacts).NeedsKey()
            .Produces<ContactAnswer>(StatusCodes.Status201Created).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("contacts").WithSummary("Register a contact and end each of its matters, in one transaction.");
        api.MapPost("/contacts/{reference}/undoing", ContactEndpoints.Undo).RequireRight(Right.RegisterContacts).NeedsKey()
            .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("contacts").WithSummary("Undo how a matter ended, whatever it was: answered, forwarded, joined or a new case; it waits again.");
        api.MapPost("/suggestions", ContactEndpoints.Suggest).RequireRight(Right.RegisterContacts)
            .Produces<IReadOnlyList<SuggestionAnswer>>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithTags("contacts").WithSummary("The cases that a contact may be about, best first, each with its reason. Changes nothing.");
        api.MapGet("/addresses", ContactEndpoints.Addresses).RequireRight(Right.RegisterContacts)
            .Produces<IReadOnlyList<AddressAnswer>>().Refuses(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable)
            .WithTags("contacts").WithSummary("The addresses that somebody who types this may mean, best first, at most ten.");

        api.MapGet("/cases", CaseEndpoints.List).RequireRight(Right.SeeCases, Right.AnswerHandovers)
            .Produces<CasePage>().Refuses(StatusCodes.Status422UnprocessableEntity)
            .WithTags("cases").WithSummary("Open cases by deadline, a page at a time.");
        api.MapGet("/cases/{reference}", CaseEndpoints.Open).RequireRight(Right.SeeCases, Right.AnswerHandovers)
            .Produces<CaseAnswer>().Refuses(StatusCodes.Status404NotFound)
            .WithTags("cases").WithSummary("A case. Its ETag is the version, for If-Match.");
        api.MapPost("/cases/{reference}/contacts", CaseEndpoints.Join).RequireRight(Right.RegisterContacts).NeedsKey()
            .Produces<MatterAnswer>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("cases").WithSummary("Put a contact on a case that stands already. It leaves the case on which it stood; that is for who works on cases, or places what waits in triage.");
        api.MapDelete("/cases/{reference}/contacts/{contact}", CaseEndpoints.Leave).RequireRight(Right.RegisterContacts).NeedsVersion()
            .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
            .WithTags("cases").WithSummary("Undo the joining of a contact; it waits again. A case that nobody asks for any more is withdrawn.");
        api.MapGet("/cases/{reference}/messages", CaseEndpoints.Messages).RequireRight(Right.SeeCases)
            .Produces<IReadOnlyList<MessageAnswer>>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithTags("cases").WithSummary("What people were told about a case, and whether it arrived; newest first, a page at a time.");
        api.MapGet("/cases/{reference}/timeline", CaseEndpoints.Timeline).RequireRight(Right.SeeCases, Right.AnswerHandovers)
            .Produces<IReadOnlyList<TimelineAnswer>>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity)
            .WithTags("cases").WithSummary("What happened to a case, newest first, a page at a time.");

        api.MapPost("/handovers", HandoverEndpoints.Offer).RequireRight(Right.HandOver).NeedsKey().NeedsVersion()
            .Produces<CaseAnswer>(StatusCodes.Status201Created).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("handovers").WithSummary("Place a case with a partner, with a question.");
        api.MapPost("/handovers/{id:guid}/replies", HandoverEndpoints.Reply).RequireRight(Right.HandOver, Right.AnswerHandovers).NeedsKey().NeedsVersion("The version of the handover as you saw it, in quotes.")
            .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("handovers").WithSummary("A partner accepts, refuses, reports, asks back or is done.");
        api.MapGet("/handovers/{id:guid}/files", HandoverEndpoints.Files).RequireRight(Right.AnswerHandovers)
            .Produces<IReadOnlyList<HandoverFileAnswer>>().Refuses(StatusCodes.Status404NotFound)
            .WithTags("handovers").WithSummary("The files that went along with a handover, for the partner's own program: what we gave as long as it runs, and what the partner sent.");
        api.MapGet("/handovers/{id:guid}/files/{number:int}", HandoverEndpoints.File).RequireRight(Right.AnswerHandovers)
            .Produces<Stream>(StatusCodes.Status200OK, FileTypes[0], FileTypes[1..]).Refuses(StatusCodes.Status404NotFound)
            .WithTags("handovers").WithSummary("One of those files.");
        api.MapPost("/handovers/{id:guid}/files", HandoverEndpoints.HandIn).RequireRight(Right.HandOver, Right.AnswerHandovers)
            .Produces<ReceivedFileAnswer>(StatusCodes.Status201Created).Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("handovers").WithSummary("Hand in a file of at most 10 MB, to name in a reply within a day. Changes nothing by itself.");
        api.MapPost("/handovers/{id:guid}/taking-back", HandoverEndpoints.TakeBack).RequireRight(Right.HandOver).NeedsKey().NeedsVersion()
            .Produces<CaseAnswer>().Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity)
            .WithTags("handovers").WithSummary("Take a case back from a partner, with a reason.");

        // Whatever else is asked below /api gets an answer for programs.
        app.Map("/api/{**path}", () => Results.NotFound()).Open().ExcludeFromDescription();
    }

    // All that can be refused in this way, besides no token (401), no right (403) and what can't be read (400).
    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
    }
}

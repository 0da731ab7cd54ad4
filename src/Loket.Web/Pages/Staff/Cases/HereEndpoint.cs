using Loket.Cases;
using Loket.Cases.Emergency;
using Loket.Cases.Reading;
using Loket.Cases.Together;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Staff.Cases;

/// <summary>Who else is here, in words.</summary>
internal sealed record HereAnswer(string Said);

/// <summary>The beat of a page that stands open: its reader is still here, and hears who else is.</summary>
internal static class HereEndpoint
{
    public static void MapHere(this WebApplication app) => app.MapPost("/zaken/{reference}/hier", Beat).RequireRight(Right.SeeCases).ExcludeFromDescription();

    private static async Task<IResult> Beat(
        HttpContext context, string reference, IAntiforgery proof, FindCase cases, EmergencyReader emergency, BeOnCase be, StaffDirectory staff, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType || !await proof.IsRequestValidAsync(context)) return Results.BadRequest();
        var reader = context.Actor();
        // The page says which case it is, so that nothing is searched at each beat.
        var found = Guid.TryParse(context.Request.Form["case"].ToString(), out var shown) ? await cases.Handle(new CaseId(shown), reader, cancel) : await cases.Handle(reference, reader, cancel);
        if (found is null && await emergency.Of(reference, reader, cancel) is { } reading) (reader, found) = (reading.Reader, await cases.Handle(reading.Reference, reading.Reader, cancel));
        if (found is not { } id) return Results.NotFound();
        var doing = Enum.TryParse<CaseDoing>(context.Request.Form["doing"].ToString(), out var said) && Enum.IsDefined(said) ? said : CaseDoing.Reading;
        return Results.Json(new HereAnswer(await HereWords.Of(await be.Handle(id, doing, reader, cancel), staff, cancel)));
    }
}

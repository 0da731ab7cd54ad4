using System.Globalization;
using Loket.Organisation.Drafts;
using Loket.Organisation.Settings;
using Loket.Web.Components;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Drafts;

/// <summary>What the form is told while somebody types in it.</summary>
/// <param name="Said">In words.</param>
/// <param name="Seen">The stamp of the draft as it stands now; null where none stands.</param>
/// <param name="IsKept">Whether it is kept by itself from here on.</param>
internal sealed record DraftAnswer(string Said, Guid? Seen, bool IsKept);

/// <summary>Keeps a draft while somebody types, or when they leave the page.</summary>
internal static class DraftEndpoint
{
    public const string Address = "/concepten/bewaren";

    private const string Texts = "Pages/Shared/_Draft";

    public static void MapDrafts(this WebApplication app) => app.MapPost(Address, Keep).ForAnyStaff().ExcludeFromDescription();

    private static async Task<IResult> Keep(HttpContext context, IAntiforgery proof, KeepDraft keep, Calendars calendars, CancellationToken cancel)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType || !await proof.IsRequestValidAsync(context) || PostedDraft.Of(context) is not { } posted) return Results.BadRequest();
        var kept = await keep.Handle(new KeepDraft.Request(posted.About, posted.Path, posted.Form, posted.Fields, context.Actor(), ByItself: true), cancel);
        if (!kept.Succeeded) return Results.Json(new DraftAnswer(kept.Failure.InWords(), posted.Form.Seen, IsKept: false));
        var say = TextCatalogue.Default.For(Texts, CultureInfo.CurrentUICulture);
        var time = DateWords.Time(kept.Value.At.InZone((await calendars.Current(cancel)).Zone).TimeOfDay);
        return Results.Json(new DraftAnswer(kept.Value.Stamp is null ? "" : say["Saved", time], kept.Value.Stamp, IsKept: true));
    }
}

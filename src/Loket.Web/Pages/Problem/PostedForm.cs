using Loket.Web.Rights;
using Loket.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Pages.Problem;

/// <summary>A form that we could not take, kept on the page that says so. Its key makes that it counts once, whether or not it had arrived.</summary>
/// <param name="Action">Where it went.</param>
/// <param name="Key">Its key.</param>
/// <param name="Fields">What was in it.</param>
public sealed record PostedForm(string Action, string? Key, IReadOnlyList<(string Name, string Value)> Fields)
{
    // What proves who somebody is, is not written on a page.
    private static readonly string[] Secret = ["Password", "Code", "Pin"];

    /// <summary>The form of this request; null when there is none. Files can't be kept on a page, so a form with files has to be sent anew.</summary>
    internal static PostedForm? Of(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || context.Features.Get<IExceptionHandlerPathFeature>() is not { } failed) return null;
        var form = request.Form;
        if (form.Files.Count > 0 || form.Keys.Any(name => Array.Exists(Secret, secret => name.EndsWith(secret, StringComparison.OrdinalIgnoreCase)))) return null;
        return new PostedForm(
            request.PathBase + failed.Path + request.QueryString, form[FormKeys.Field].FirstOrDefault(),
            [.. form.Where(field => field.Key is not (FormKeys.Field or FormKeys.Proof or FormWriters.Field)).SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""))]);
    }
}

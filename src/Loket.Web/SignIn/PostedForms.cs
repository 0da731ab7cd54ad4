using Loket.Organisation.Accounts;
using Loket.Organisation.Rights;
using Loket.Web.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Loket.Web.SignIn;

/// <summary>Keeps what was posted after a session had ended, or from a page that stood open too long, and gives it back to the same person. It is never posted by itself.</summary>
internal sealed class PostedForms(KeepForm keep, KeptForms kept)
{
    /// <summary>The name under which the secret of a kept form travels in an address.</summary>
    public const string Parameter = "kept";

    /// <summary>Stands among what is given back when there were files too, which are not kept.</summary>
    public const string Files = "form-files";

    /// <summary>Keeps the form of this request; null when there is nothing to keep or no place for it.</summary>
    public async Task<string?> Keep(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is not > 0 || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null) return null;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field => IsKept(field.Key)).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray());
            if (form.Files.Any(file => file.Length > 0)) fields[Files] = [""];
            var asked = new KeepForm.Request(SessionCookies.SessionToken(request), PageOf(request), fields, FormWriters.Of(context, form));
            var result = await keep.Handle(asked, context.RequestAborted);
            return result.Succeeded ? result.Value : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            // More than any form of ours has: fields, or bytes.
            return null;
        }
    }

    /// <summary>What was typed on the page that is asked for now; null when nothing was kept for this reader.</summary>
    public async Task<FormCollection?> GiveBack(HttpContext context, Actor reader)
    {
        if (context.Request.Query[Parameter] is not [{ Length: > 0 } token]) return null;
        var fields = await kept.Find(token, PageOf(context.Request), reader, context.RequestAborted);
        return fields is null ? null : new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
    }

    /// <summary>The address of the page with its form: without which button was pressed and without the secret of a kept form.</summary>
    public static string PageOf(HttpRequest request)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query.Remove("handler");
        query.Remove(Parameter);
        return QueryHelpers.AddQueryString(request.PathBase.Add(request.Path).ToUriComponent(), query);
    }

    private static bool IsKept(string name) =>
        name is not (FormKeys.Field or FormKeys.Proof or FormWriters.Field or Files) && !name.EndsWith("Password", StringComparison.OrdinalIgnoreCase);
}

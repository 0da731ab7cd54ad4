using Loket.Kernel;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Rights;

/// <summary>The hidden key in each posted form: a double click, or a reload of what was posted, is carried out once.</summary>
public static class FormKeys
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "form-key";

    /// <summary>Name of the hidden field with the proof that the form came from us.</summary>
    internal const string Proof = "__RequestVerificationToken";

    private const int Longest = 100;

    /// <summary>The key of the posted form, within the reader's own scope; none when there is no form.</summary>
    public static RequestKey Of(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Request.Form[Field] is not [{ Length: > 0 and <= Longest } key]) return RequestKey.None;
        return new RequestKey(context.Actor().Who is { Id: { } id } ? "form:" + id : "form", key);
    }
}

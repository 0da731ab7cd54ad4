using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Components;

/// <summary>Chooses the language from the address: <c>/en/…</c> is English, everything else Dutch.</summary>
/// <remarks>
/// The prefix moves from the path to the path base. So no route knows of languages, every link made with <c>~/</c> or <c>asp-page</c> stays in the
/// reader's language, and an address names its language without cookie or script.
/// </remarks>
public static class LanguageByPath
{
    private static readonly PathString EnglishPrefix = new("/" + Language.English);

    /// <summary>Puts the language in place; must come before <c>UseRouting</c>, which then has to be called explicitly.</summary>
    public static IApplicationBuilder UseLanguageByPath(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var language = Language.Dutch;
        if (request.Path.StartsWithSegments(EnglishPrefix, StringComparison.OrdinalIgnoreCase, out var rest))
        {
            language = Language.English;
            request.PathBase = request.PathBase.Add(EnglishPrefix);
            request.Path = rest.HasValue ? rest : "/";
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Culture(language);
        return next(context);
    });

    /// <summary>The address of this same page in another language.</summary>
    public static string SamePageIn(HttpRequest request, string language)
    {
        var root = request.PathBase.Value ?? "";
        if (root.EndsWith(EnglishPrefix.Value!, StringComparison.OrdinalIgnoreCase)) root = root[..^EnglishPrefix.Value!.Length];
        if (language == Language.English) root += EnglishPrefix.Value;
        return new PathString(root).Add(request.Path).ToUriComponent() + request.QueryString.ToUriComponent();
    }
}

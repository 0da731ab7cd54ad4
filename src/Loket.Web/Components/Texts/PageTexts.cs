using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Loket.Web.Components;

/// <summary>The texts beside the page, partial or layout into which this is injected, in the language of the request: <c>@T["Title"]</c>.</summary>
public sealed class PageTexts(TextCatalogue catalogue) : IViewContextAware
{
    private Words words = catalogue.For(Components.Words.Shared, CultureInfo.CurrentUICulture);

    /// <summary>The text of a key; the key itself when there is none.</summary>
    public string this[string key] => words[key];

    /// <summary>The text of a key with values for <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string this[string key, params object?[] arguments] => words[key, arguments];

    /// <summary>The same texts, to hand to something that puts things into words.</summary>
    public Words Words => words;

    /// <summary>The text for a number of things: <c>Key.One</c> for 1, else <c>Key.Other</c>; the number is <c>{0}</c>.</summary>
    public string Count(string key, int number) => words.Count(key, number);

    /// <summary>The name of a value of an enumeration: the text of <c>Channel.Phone</c> for <c>Channel.Phone</c>.</summary>
    public string Of(Enum value) => words.Of(value);

    /// <summary>A text with mark-up of its own; the arguments are encoded.</summary>
    public IHtmlContent Html(string key, params object?[] arguments) => words.Html(key, arguments);

    /// <inheritdoc />
    public void Contextualize(ViewContext viewContext)
    {
        var path = viewContext.ExecutingFilePath ?? viewContext.View.Path;
        words = catalogue.For(Path.ChangeExtension(path, null).TrimStart('/'), CultureInfo.CurrentUICulture);
    }
}

using Microsoft.AspNetCore.Html;

namespace Loket.Web.Components;

/// <summary>Short names for the elements that components are made of.</summary>
internal static class Html
{
    /// <summary>An element with an optional class.</summary>
    public static Element Of(string name, string? classes = null) => new Element(name).Class(classes);

    /// <summary>A division.</summary>
    public static Element Div(string? classes = null) => Of("div", classes);

    /// <summary>A piece of a line.</summary>
    public static Element Span(string? classes = null) => Of("span", classes);

    /// <summary>Text that only a screen reader says.</summary>
    public static Element Spoken(string text) => Span("loket-spoken").Add(text);

    /// <summary>Several things after each other, without an element around them.</summary>
    public static IHtmlContent All(params ReadOnlySpan<object?> parts)
    {
        var all = new HtmlContentBuilder(parts.Length);
        foreach (var part in parts)
        {
            if (part is IHtmlContent content) all.AppendHtml(content);
            else if (part is not null) all.Append(part.ToString()!);
        }

        return all;
    }

    /// <summary>The identifier that the framework gives to a field of this name.</summary>
    public static string IdOf(string name) => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(name, "_");
}

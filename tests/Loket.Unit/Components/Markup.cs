using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Loket.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Loket.Unit.Components;

/// <summary>Reads what a component writes the way a browser does.</summary>
internal static class Markup
{
    public static Words Dutch { get; } = TextCatalogue.Default.For(Words.Shared, Language.Culture(Language.Dutch));

    public static Words English { get; } = TextCatalogue.Default.For(Words.Shared, Language.Culture(Language.English));

    public static IElement Parse(IHtmlContent content)
    {
        using var document = new HtmlParser().ParseDocument("<body>" + Text(content));
        return document.Body!;
    }

    public static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static IElement The(this IElement from, string selector) =>
        from.QuerySelectorAll(selector) is [var only] ? only : throw new InvalidOperationException($"Not exactly one '{selector}' in {from.InnerHtml}");

    /// <summary>What a screen reader says after the label of a control.</summary>
    public static string DescriptionOf(this IElement from, IElement control) => string.Join(" | ", (control.GetAttribute("aria-describedby") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => from.The("#" + id).TextContent.Trim()));
}

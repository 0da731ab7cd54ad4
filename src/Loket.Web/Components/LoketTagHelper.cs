using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace Loket.Web.Components;

/// <summary>What every component's tag has: where it stands, the shared words, and a way to write its mark-up in its own place.</summary>
public abstract class LoketTagHelper : TagHelper
{
    /// <summary>The page in which the tag stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The words of the components themselves, in the reader's language.</summary>
    private protected static Words SharedWords => TextCatalogue.Default.For(Words.Shared, CultureInfo.CurrentUICulture);

    /// <summary>An address as the browser needs it: <c>~/</c> becomes the root of the site in the reader's language.</summary>
    private protected string Address(string address) =>
        address.StartsWith('~')
            ? ViewContext.HttpContext.RequestServices.GetRequiredService<IUrlHelperFactory>().GetUrlHelper(ViewContext).Content(address)!
            : address;

    // An attribute whose expression gives null arrives as an empty text.
    private protected string? AddressOrNone(string? address) => string.IsNullOrEmpty(address) ? null : Address(address);

    /// <summary>Replaces the tag by the component's own mark-up.</summary>
    private protected static void Write(TagHelperOutput output, Microsoft.AspNetCore.Html.IHtmlContent content)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(content);
    }

    /// <summary>What the page wrote on the tag beyond the attributes of the component; it goes on to the control.</summary>
    private protected static IEnumerable<KeyValuePair<string, object?>> More(TagHelperOutput output) =>
        [.. output.Attributes.Select(attribute => new KeyValuePair<string, object?>(
            attribute.Name, attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? true : attribute.Value))];
}

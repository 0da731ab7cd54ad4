using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Nothing to show, or not for this reader, or not now: why, and what to do.</summary>
internal sealed record EmptyState(string Heading, object Content)
{
    /// <summary>Name of the icon.</summary>
    public string Icon { get; init; } = "inbox";

    /// <summary>Whether it is all that the page says; its heading is then the page's.</summary>
    public bool Page { get; init; }

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render() => Html.Div("loket-empty").Add(Components.Icon.Draw(Icon))
        .Add(Html.Of(Page ? "h1" : "h2", Page ? "utrecht-heading-2" : "utrecht-heading-3").Add(Heading), Content);
}

/// <summary>Nothing here: <c>&lt;loket-empty heading="Geen werk" icon="check-circle"&gt;…&lt;/loket-empty&gt;</c>; also for no right (lock) and offline (offline).</summary>
[HtmlTargetElement("loket-empty")]
public sealed class EmptyTagHelper : LoketTagHelper
{
    /// <summary>What is the matter.</summary>
    public string Heading { get; set; } = "";

    /// <summary>Name of the icon: inbox, check-circle, search, lock, offline.</summary>
    public string Icon { get; set; } = "inbox";

    /// <summary>Whether it is all that the page says.</summary>
    public bool Page { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new EmptyState(Heading, await output.GetChildContentAsync()) { Icon = Icon, Page = Page }.Render());
}

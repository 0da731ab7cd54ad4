using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>One of the views beside each other; a link, so that it works without script and has an address.</summary>
internal sealed record Tab(string Href, object Content, bool Current)
{
    private const int Most = 1000;

    /// <summary>How many things are behind it; beyond a thousand it says so.</summary>
    public int? Count { get; init; }

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render() => Html.Of("li").Add(Html.Of("a").With("href", Href).With("aria-current", Current ? "page" : null)
        .Add(Content, Count is null ? null : Html.Span("loket-tabs__count").Add(Count > Most ? Most.ToString("N0", CultureInfo.CurrentCulture) + "+" : Count)));
}

/// <summary>Views beside each other: <c>&lt;loket-tabs label="Werk"&gt;</c> with tabs in it.</summary>
[HtmlTargetElement("loket-tabs")]
public sealed class TabsTagHelper : LoketTagHelper
{
    /// <summary>What they are together, for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Of("nav", "loket-tabs").With("aria-label", Label).Add(Html.Of("ul").Add(await output.GetChildContentAsync())));
}

/// <summary>One view: <c>&lt;loket-tab href="~/werk/mijn" current="true" count="3"&gt;Van mij&lt;/loket-tab&gt;</c>.</summary>
[HtmlTargetElement("loket-tab", ParentTag = "loket-tabs")]
public sealed class TabTagHelper : LoketTagHelper
{
    /// <summary>Where it leads.</summary>
    public string Href { get; set; } = "";

    /// <summary>Whether it is the view that is shown.</summary>
    public bool Current { get; set; }

    /// <summary>How many things are behind it.</summary>
    public int? Count { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Tab(Address(Href), await output.GetChildContentAsync(), Current) { Count = Count }.Render());
}

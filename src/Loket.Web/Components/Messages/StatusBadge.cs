using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Where something stands: an icon and a word.</summary>
internal sealed record StatusBadge(Tone Tone, object Text)
{
    /// <summary>Another icon than that of the tone.</summary>
    public string? Icon { get; init; }

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render() =>
        Html.Span("loket-status loket-status--" + Tone.ClassName()).Add(Components.Icon.Draw(Icon ?? Tone.IconName()), Html.Span().Add(Text));
}

/// <summary>A status: <c>&lt;loket-status tone="Partner"&gt;Bij de netbeheerder&lt;/loket-status&gt;</c>.</summary>
[HtmlTargetElement("loket-status")]
public sealed class StatusTagHelper : LoketTagHelper
{
    /// <summary>What it means.</summary>
    public Tone Tone { get; set; }

    /// <summary>Another icon than that of the tone.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new StatusBadge(Tone, await output.GetChildContentAsync()) { Icon = Icon }.Render());
}

/// <summary>A word that sorts things, without a meaning of its own: <c>&lt;loket-tag&gt;telefoon&lt;/loket-tag&gt;</c>.</summary>
[HtmlTargetElement("loket-tag")]
public sealed class TagTagHelper : LoketTagHelper
{
    /// <summary>Name of the icon before it.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Span("loket-tag").Add(Components.Icon.Draw(Icon), await output.GetChildContentAsync()));
}

/// <summary>An icon beside words: <c>&lt;loket-icon name="phone" /&gt;</c>.</summary>
[HtmlTargetElement("loket-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : LoketTagHelper
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, Icon.Draw(Name)!);
}

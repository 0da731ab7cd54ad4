using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>A message in the page.</summary>
internal sealed record Alert(Tone Tone, object Content)
{
    /// <summary>Its first line.</summary>
    public string? Heading { get; init; }

    /// <summary>Whether a screen reader says it by itself: for what has just happened, not for what always stands there.</summary>
    public bool Live { get; init; }

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render() => Html.Div($"utrecht-alert utrecht-alert--{Type} loket-alert").Class("loket-alert--partner", Tone == Tone.Partner)
        .With("role", !Live ? null : Tone == Tone.Danger ? "alert" : "status")
        .Add(Html.Div("utrecht-alert__icon").Add(Icon.Draw(Tone == Tone.Neutral ? "info" : Tone.IconName())))
        .Add(Html.Div("utrecht-alert__content").Add(Html.Div("utrecht-alert__message")
            .Add(Heading is null ? null : Html.Of("p", "loket-alert__heading").Add(Heading))
            .Add(Content)));

    private string Type => Tone switch { Tone.Good => "ok", Tone.Warning => "warning", Tone.Danger => "error", _ => "info" };
}

/// <summary>A message: <c>&lt;loket-alert tone="Good" heading="…" live="true"&gt;…&lt;/loket-alert&gt;</c>.</summary>
[HtmlTargetElement("loket-alert")]
public sealed class AlertTagHelper : LoketTagHelper
{
    /// <summary>What it means.</summary>
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>Its first line.</summary>
    public string? Heading { get; set; }

    /// <summary>Whether it tells what has just happened.</summary>
    public bool Live { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Alert(Tone, await output.GetChildContentAsync()) { Heading = Heading, Live = Live }.Render());
}

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>How far a form is: "Stap 2 van 6".</summary>
internal sealed record StepIndicator(int Step, int Of)
{
    /// <summary>What this step asks, behind the number.</summary>
    public string? Title { get; init; }

    /// <summary>The mark-up; the bar repeats what the words say.</summary>
    public IHtmlContent Render(Words words) => Html.Div("loket-steps")
        .Add(Html.Of("p").Add(Html.Of("strong").Add(words["Steps.Step", Step, Of]), Title is null ? null : " · " + Title))
        .Add(Html.Div("loket-steps__bar").With("aria-hidden", "true")
            .AddEach(Enumerable.Range(1, Of), step => Html.Span(step < Step ? "is-done" : step == Step ? "is-now" : null)));
}

/// <summary>How far a form is: <c>&lt;loket-steps step="2" of="6" /&gt;</c>.</summary>
[HtmlTargetElement("loket-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : LoketTagHelper
{
    /// <summary>This step, from 1.</summary>
    public int Step { get; set; } = 1;

    /// <summary>How many there are.</summary>
    public int Of { get; set; } = 1;

    /// <summary>What this step asks.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new StepIndicator(Step, Of) { Title = Title }.Render(SharedWords));
}

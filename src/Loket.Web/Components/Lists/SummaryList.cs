using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>One line of a summary: a question and its answer, with a link to change it.</summary>
internal sealed record SummaryRow(string Label, object Value)
{
    /// <summary>Where it can be changed; null when it can't.</summary>
    public string? ChangeHref { get; init; }

    /// <summary>The mark-up; the link says what it changes.</summary>
    public IHtmlContent Render(Words words) => Html.Div("loket-summary__row")
        .Add(Html.Of("dt").Add(Label), Html.Of("dd").Add(Value))
        .Add(ChangeHref is null ? null : Html.Of("dd", "loket-summary__change")
            .Add(Html.Of("a", "utrecht-link utrecht-link--html-a").With("href", ChangeHref)
                .Add(words["Summary.Change"], Html.Spoken(" " + Label))));
}

/// <summary>Facts, or answers to check: <c>&lt;loket-summary&gt;</c> with rows in it.</summary>
[HtmlTargetElement("loket-summary")]
public sealed class SummaryTagHelper : LoketTagHelper
{
    /// <summary>Whether it stands in a narrow column: question above answer.</summary>
    public bool Narrow { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Of("dl", "loket-summary").Class("loket-summary--narrow", Narrow).Add(await output.GetChildContentAsync()));
}

/// <summary>One line: <c>&lt;loket-summary-row label="Waar" change-href="~/vraag/waar"&gt;Nieuwemeerdijk&lt;/loket-summary-row&gt;</c>.</summary>
[HtmlTargetElement("loket-summary-row", ParentTag = "loket-summary")]
public sealed class SummaryRowTagHelper : LoketTagHelper
{
    /// <summary>The question.</summary>
    public string Label { get; set; } = "";

    /// <summary>Where it can be changed.</summary>
    public string? ChangeHref { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new SummaryRow(Label, await output.GetChildContentAsync()) { ChangeHref = AddressOrNone(ChangeHref) }.Render(SharedWords));
}

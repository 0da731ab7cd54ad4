using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>More for who wants it: <c>&lt;loket-details summary="Waarom vragen wij dit?"&gt;…&lt;/loket-details&gt;</c>.</summary>
[HtmlTargetElement("loket-details")]
public sealed class DetailsTagHelper : LoketTagHelper
{
    /// <summary>What is behind it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether it is open at first.</summary>
    public bool Open { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, Html.Of("details", "loket-details").With("open", Open)
            .Add(Html.Of("summary").Add(Icon.Draw("arrow-right"), Html.Span().Add(Summary)))
            .Add(Html.Div("loket-details__content").Add(await output.GetChildContentAsync())));
}

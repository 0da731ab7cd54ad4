using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>The way through a long list, by its neighbours; there are no page numbers, because rows move while one reads.</summary>
internal sealed record Pagination(string? PreviousHref, string? NextHref)
{
    /// <summary>The mark-up, or nothing when everything is shown.</summary>
    public IHtmlContent Render(Words words) => PreviousHref is null && NextHref is null ? HtmlString.Empty
        : Html.Of("nav", "loket-pagination").With("aria-label", words["Pagination.Label"])
            .Add(PreviousHref is null ? Html.Span() : Html.Of("a", "utrecht-button utrecht-button--secondary-action").With("href", PreviousHref).With("rel", "prev")
                .Add(Icon.Draw("arrow-left"), words["Pagination.Previous"]))
            .Add(NextHref is null ? null : Html.Of("a", "utrecht-button utrecht-button--secondary-action").With("href", NextHref).With("rel", "next")
                .Add(words["Pagination.Next"], Icon.Draw("arrow-right")));
}

/// <summary>The way through a long list: <c>&lt;loket-pagination previous="@Model.Previous" next="@Model.Next" /&gt;</c>; null leaves one out.</summary>
[HtmlTargetElement("loket-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : LoketTagHelper
{
    /// <summary>Address of the rows before these.</summary>
    public string? Previous { get; set; }

    /// <summary>Address of the rows after these.</summary>
    public string? Next { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Pagination(AddressOrNone(Previous), AddressOrNone(Next)).Render(SharedWords));
}

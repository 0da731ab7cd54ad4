using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Rows and columns that scroll inside their own frame, with a header that stays.</summary>
internal sealed record DataTable(string Id, string Caption, object Content)
{
    /// <summary>Whether the caption is only spoken, because a heading above says the same.</summary>
    public bool HideCaption { get; init; }

    /// <summary>Whether rows become cards on a phone; cells then need <c>data-label</c>.</summary>
    public bool Stack { get; init; }

    /// <summary>The mark-up; the frame can be scrolled by keyboard (WCAG 2.1.1).</summary>
    public IHtmlContent Render() => Html.Of("section", "loket-table-frame").With("aria-labelledby", Id + "-caption").With("tabindex", "0")
        .Add(Html.Of("table", "loket-table").Class("loket-table--stack", Stack).With("id", Id)
            .Add(Html.Of("caption").Class("loket-spoken", HideCaption).With("id", Id + "-caption").Add(Caption))
            .Add(Content));
}

/// <summary>A table around plain rows: <c>&lt;loket-table id="work" caption="Mijn werk" stack="true"&gt;&lt;thead&gt;…&lt;/loket-table&gt;</c>.</summary>
[HtmlTargetElement("loket-table")]
public sealed class TableTagHelper : LoketTagHelper
{
    /// <summary>Identifier, unique on the page.</summary>
    public string Id { get; set; } = "table";

    /// <summary>What is in it.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Whether the caption is only spoken.</summary>
    public bool HideCaption { get; set; }

    /// <summary>Whether rows become cards on a phone; give cells <c>data-label</c>.</summary>
    public bool Stack { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new DataTable(Id, Caption, await output.GetChildContentAsync()) { HideCaption = HideCaption, Stack = Stack }.Render());
}

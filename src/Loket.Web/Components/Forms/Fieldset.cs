using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Fields that belong together: <c>&lt;loket-fieldset legend="…" hint="…"&gt;…&lt;/loket-fieldset&gt;</c>. Bound with <c>asp-for</c>, it shows what is
/// wrong with them as a whole.</summary>
[HtmlTargetElement("loket-fieldset")]
public sealed class FieldsetTagHelper : LoketTagHelper
{
    /// <summary>The property of the page's model that the fields fill together.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    /// <summary>What they are together.</summary>
    public string Legend { get; set; } = "";

    /// <summary>Help for all of them.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the legend is the page's heading.</summary>
    public bool Heading { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var legend = Html.Of("legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend loket-legend");
        var whole = For is null ? null : Whole(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name));
        Write(output, Html.Of("fieldset", "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset loket-fieldset")
            .Class("utrecht-form-fieldset--invalid", whole?.IsInvalid == true)
            .With("id", whole?.Id).With("aria-describedby", whole?.DescribedBy())
            .Add(Heading ? legend.Class("loket-question").Add(Html.Of("h1", "utrecht-heading-1").Add(Legend)) : legend.Add(Legend))
            .Add(Hint is null ? null : Html.Of("p", "utrecht-form-field-description").Add(Hint))
            .Add(whole is null ? null : FieldMarkup.Error(whole, SharedWords))
            .Add(await output.GetChildContentAsync()));
    }

    private Field Whole(string name) => new(name, Legend) { Errors = FieldTagHelper.ErrorsOf(ViewContext, name) };
}

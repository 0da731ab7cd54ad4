using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Every posted form: our own words instead of the browser's bubbles, which vanish and are not in the reader's language.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate")) output.Attributes.Add(new TagHelperAttribute("novalidate"));
    }
}

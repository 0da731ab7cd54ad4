using Loket.Web.SignIn;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Rights;

/// <summary>Gives every posted form its key (see <see cref="FormKeys"/>) and the proof that it came from us, also when it has an action of its own; those of staff say for whom they were made.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page in which the form stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The key of a form that is sent again; without it a new one.</summary>
    public string? FormKey { get; set; }

    /// <inheritdoc />
    public override int Order => 0;   // after the form tag of the framework, which comes at -1000

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.PostContent.GetContent().Contains(FormKeys.Proof, StringComparison.Ordinal))
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));

        output.PostContent.AppendHtml(Hidden(FormKeys.Field, FormKey ?? Guid.CreateVersion7().ToString("N")));
        var http = ViewContext.HttpContext;
        if (http.Actor().Staff is { } reader) output.PostContent.AppendHtml(Hidden(FormWriters.Field, FormWriters.Mark(http, reader)));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = name;
        field.Attributes["value"] = value;
        return field;
    }
}

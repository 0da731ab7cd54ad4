using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>What somebody takes home: it arrived, and this is its reference.</summary>
internal sealed record Confirmation(string Heading, string Reference, object Content)
{
    /// <summary>What stands above the reference, where the reader is not the one who keeps it.</summary>
    public string? Label { get; init; }

    /// <summary>The mark-up: a stub with the reference, in groups that can be read aloud.</summary>
    public IHtmlContent Render(Words words) => Html.Of("section", "loket-confirmation").With("aria-labelledby", "confirmation")
        .Add(Html.Div("loket-confirmation__told")
            .Add(Html.Of("h1", "utrecht-heading-1").With("id", "confirmation").Add(Icon.Draw("check-circle"), Heading))
            .Add(Content))
        .Add(Html.Div("loket-confirmation__stub")
            .Add(Html.Of("p").Add(Label ?? words["Confirmation.Reference"]))
            .Add(Html.Of("p", "loket-reference").Add(Reference)));
}

/// <summary>The end of a form: <c>&lt;loket-confirmation heading="…" reference="HLM-7K4Q-2XYR"&gt;…&lt;/loket-confirmation&gt;</c>.</summary>
[HtmlTargetElement("loket-confirmation")]
public sealed class ConfirmationTagHelper : LoketTagHelper
{
    /// <summary>What has been done, as the page's heading.</summary>
    public string Heading { get; set; } = "";

    /// <summary>The reference.</summary>
    public string Reference { get; set; } = "";

    /// <summary>What stands above the reference; without it "Uw kenmerk".</summary>
    public string? ReferenceLabel { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Write(output, new Confirmation(Heading, Reference, await output.GetChildContentAsync()) { Label = ReferenceLabel }.Render(SharedWords));
}

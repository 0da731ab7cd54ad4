using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Several lines of text, with what still fits.</summary>
internal sealed record TextArea(Field Field)
{
    /// <summary>What is in it.</summary>
    public string? Value { get; init; }

    /// <summary>Lines shown at first; a script lets it grow.</summary>
    public int Rows { get; init; } = 5;

    /// <summary>How many characters are accepted. Never cut off while typing or pasting: said, counted, and checked when posted.</summary>
    public int? AtMost { get; init; }

    /// <summary>Attributes that the page adds to the control.</summary>
    public IEnumerable<KeyValuePair<string, object?>> More { get; init; } = [];

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words)
    {
        var countId = AtMost is null ? null : Field.Id + "-count";
        return FieldMarkup.Around(Field, words,
            Html.Of("textarea", "utrecht-textarea utrecht-textarea--html-textarea")
                .With("id", Field.Id).With("name", Field.Name).With("rows", Rows)
                .With("aria-invalid", Field.IsInvalid ? "true" : null).With("aria-describedby", Field.DescribedBy(countId))
                .With("data-count", AtMost).With(More)
                .Add(string.IsNullOrEmpty(Value) ? null : "\n" + Value),     // HTML drops the first line break of a text area
            AtMost is not { } most ? null : Html.Div("loket-count").With("id", countId)
                .With("data-left-one", words["TextArea.Left.One"]).With("data-left-other", words["TextArea.Left.Other"])
                .With("data-over-one", words["TextArea.Over.One"]).With("data-over-other", words["TextArea.Over.Other"])
                .Add(words["TextArea.AtMost", most]));
    }
}

/// <summary>Several lines of text: <c>&lt;loket-text-area asp-for="Form.Text" label="…" at-most="2000" /&gt;</c>.</summary>
[HtmlTargetElement("loket-text-area", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaTagHelper : FieldTagHelper
{
    /// <summary>Lines shown at first.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>How many characters are accepted; counted while typing.</summary>
    public int? AtMost { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new TextArea(Field)
    {
        Value = Posted(FullName, For?.Model),
        Rows = Rows,
        AtMost = AtMost,
        More = More(output),
    }.Render(SharedWords));
}

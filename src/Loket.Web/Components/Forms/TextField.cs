using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>One line of text.</summary>
internal sealed record TextField(Field Field)
{
    /// <summary>What is in it.</summary>
    public string? Value { get; init; }

    /// <summary>HTML's type: text, email, tel, search, password.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Which keyboard a phone shows.</summary>
    public string? InputMode { get; init; }

    /// <summary>What the browser may fill in by itself (WCAG 1.3.5).</summary>
    public string? Autocomplete { get; init; }

    /// <summary>How many characters it usually holds; its width says so. Null for the whole column.</summary>
    public int? Characters { get; init; }

    /// <summary>Attributes that the page adds to the control.</summary>
    public IEnumerable<KeyValuePair<string, object?>> More { get; init; } = [];

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words) => FieldMarkup.Around(Field, words,
        Html.Of("input", "utrecht-textbox utrecht-textbox--html-input").Class("loket-width-" + WidthStep, Characters is not null)
            .With("type", Type).With("id", Field.Id).With("name", Field.Name)
            .With("value", Type == "password" || string.IsNullOrEmpty(Value) ? null : Value)
            .With("inputmode", InputMode).With("autocomplete", Autocomplete)
            .With("spellcheck", Type is "email" or "tel" || Autocomplete is not null ? "false" : null)
            .With("aria-invalid", Field.IsInvalid ? "true" : null).With("aria-describedby", Field.DescribedBy())
            .With(More));

    private int WidthStep => Characters switch { <= 2 => 2, <= 4 => 4, <= 8 => 8, <= 12 => 12, <= 20 => 20, _ => 30 };
}

/// <summary>One line of text: <c>&lt;loket-text-field asp-for="Form.Phone" label="…" type="tel" autocomplete="tel" characters="12" /&gt;</c>.</summary>
[HtmlTargetElement("loket-text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>HTML's type: text, email, tel, search, password.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Which keyboard a phone shows: numeric, decimal.</summary>
    [HtmlAttributeName("inputmode")]
    public string? InputMode { get; set; }

    /// <summary>What the browser may fill in by itself, for example <c>email</c>, <c>tel</c>, <c>name</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>How many characters it usually holds; decides its width.</summary>
    public int? Characters { get; set; }

    /// <summary>The value, only where there is no property to bind.</summary>
    public string? Value { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new TextField(Field)
    {
        Value = Posted(FullName, For?.Model ?? Value),
        Type = Type,
        InputMode = InputMode,
        Autocomplete = Autocomplete,
        Characters = Characters,
        More = More(output),
    }.Render(SharedWords));
}

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>One answer out of many, in a drop-down.</summary>
internal sealed record Select(Field Field, IReadOnlyList<Choice> Choices)
{
    /// <summary>The value that is chosen.</summary>
    public string? Chosen { get; init; }

    /// <summary>First entry, with an empty value; null leaves it out.</summary>
    public string? Empty { get; init; }

    /// <summary>Attributes that the page adds to the control.</summary>
    public IEnumerable<KeyValuePair<string, object?>> More { get; init; } = [];

    /// <summary>The mark-up.</summary>
    public IHtmlContent Render(Words words)
    {
        var control = Html.Of("select", "utrecht-select utrecht-select--html-select").With("id", Field.Id).With("name", Field.Name)
            .With("aria-invalid", Field.IsInvalid ? "true" : null).With("aria-describedby", Field.DescribedBy()).With(More);
        if (Empty is not null) control.Add(Html.Of("option").With("value", "").Add(Empty));
        foreach (var group in Choices.GroupBy(choice => choice.Group))
        {
            var parent = group.Key is null ? control : Html.Of("optgroup").With("label", group.Key);
            parent.AddEach(group, choice => Html.Of("option").With("value", choice.Value).With("selected", choice.Value == Chosen).Add(choice.Text));
            if (group.Key is not null) control.Add(parent);
        }

        return FieldMarkup.Around(Field, words, control);
    }
}

/// <summary>One answer out of many: <c>&lt;loket-select asp-for="Form.Village" label="…" choices="Model.Villages" empty="…" /&gt;</c>.</summary>
[HtmlTargetElement("loket-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The answers, in order; those of one group after each other.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>First entry, with an empty value.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new Select(Field, [.. Choices])
    {
        Chosen = Posted(FullName, For?.Model),
        Empty = Empty,
        More = More(output),
    }.Render(SharedWords));
}

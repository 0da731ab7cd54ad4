using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>Some answers, all visible: one may be chosen (radio) or several (check boxes).</summary>
internal sealed record ChoiceGroup(Field Field, IReadOnlyList<Choice> Choices)
{
    /// <summary>Whether more than one may be chosen.</summary>
    public bool Several { get; init; }

    /// <summary>The values that are chosen.</summary>
    public IReadOnlySet<string> Chosen { get; init; } = new HashSet<string>();

    /// <summary>Whether short answers stand beside each other.</summary>
    public bool Inline { get; init; }

    /// <summary>The mark-up; the first answer has the field's identifier, so that an error summary can link to it.</summary>
    public IHtmlContent Render(Words words) => FieldMarkup.AroundGroup(Field, words, Several ? null : "radiogroup",
        Html.Div("loket-choices").Class("loket-choices--inline", Inline)
            .AddEach(Choices.Index(), item => ChoiceMarkup.Of(Several, Field.Name, item.Index == 0 ? Field.Id : $"{Field.Id}-{item.Index + 1}",
                item.Item, Chosen.Contains(item.Item.Value), Field.IsInvalid)));
}

/// <summary>A control with its answer and hint, the whole of which can be pressed.</summary>
internal static class ChoiceMarkup
{
    /// <summary>One radio button or check box.</summary>
    public static IHtmlContent Of(bool several, string name, string id, Choice choice, bool chosen, bool invalid, string? describedBy = null)
    {
        var kind = several ? "checkbox" : "radio";
        var control = Html.Of("input", several
                ? "utrecht-checkbox utrecht-checkbox--html-input"
                : "utrecht-radio-button utrecht-radio-button--html-input")
            .With("type", kind).With("id", id).With("name", name).With("value", choice.Value).With("checked", chosen)
            .With("aria-invalid", invalid ? "true" : null)
            .With("aria-describedby", choice.Hint is null ? describedBy : $"{describedBy} {id}-choice-hint".Trim());
        return Html.Div("loket-choice").Add(control)
            .Add(Html.Of("label", $"utrecht-form-label utrecht-form-label--{kind}").With("for", id).Add(choice.Text))
            .Add(choice.Hint is null ? null : Html.Div("utrecht-form-field-description loket-choice__hint").With("id", id + "-choice-hint").Add(choice.Hint));
    }
}

/// <summary>What the tags of radio and check box groups share.</summary>
public abstract class ChoiceGroupTagHelper(bool several) : FieldTagHelper
{
    /// <summary>The answers, in order.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Whether short answers stand beside each other.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => Write(output, new ChoiceGroup(Field, [.. Choices])
    {
        Several = several,
        Chosen = AllPosted(FullName, For?.Model),
        Inline = Inline,
    }.Render(SharedWords));
}

/// <summary>One of a few answers: <c>&lt;loket-radios asp-for="Form.Kind" label="…" choices="Model.Kinds" /&gt;</c>.</summary>
[HtmlTargetElement("loket-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RadiosTagHelper() : ChoiceGroupTagHelper(several: false);

/// <summary>Any of a few answers, bound to a list: <c>&lt;loket-checkboxes asp-for="Form.Wishes" label="…" choices="Model.Wishes" /&gt;</c>.</summary>
[HtmlTargetElement("loket-checkboxes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxesTagHelper() : ChoiceGroupTagHelper(several: true);

/// <summary>One thing to tick, bound to a boolean: <c>&lt;loket-checkbox asp-for="Form.Urgent" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("loket-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = Field;
        var chosen = AllPosted(FullName, For?.Model).Any(value => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase));
        var error = field.IsInvalid
            ? Html.Div("utrecht-form-field-error-message").With("id", field.ErrorId)
                .Add(Icon.Draw("warning")).Add(Html.Of("p").Add(Html.Spoken(SharedWords["Field.Error"] + " "), string.Join(' ', field.Errors)))
            : null;
        Write(output, Html.Div("loket-field").Class("utrecht-form-field--invalid", field.IsInvalid).Add(error)
            .Add(ChoiceMarkup.Of(several: true, field.Name, field.Id, new Choice("true", field.Label, field.Hint), chosen, field.IsInvalid,
                field.IsInvalid ? field.ErrorId : null)));
    }
}

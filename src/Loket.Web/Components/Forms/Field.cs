using Microsoft.AspNetCore.Html;

namespace Loket.Web.Components;

/// <summary>What every field of a form has, whatever its control.</summary>
/// <param name="Name">The name under which the value is posted.</param>
/// <param name="Label">The question, above the control.</param>
internal sealed record Field(string Name, string Label)
{
    /// <summary>Help between label and control.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong and how to mend it; empty when nothing is.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Whether it may stay empty; said behind the label.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether the label is the page's only heading (one question on a page).</summary>
    public bool Heading { get; init; }

    /// <summary>Identifier of the control; error summaries link to it.</summary>
    public string Id => Html.IdOf(Name);

    /// <summary>Identifier of the hint.</summary>
    public string HintId => Id + "-hint";

    /// <summary>Identifier of the error.</summary>
    public string ErrorId => Id + "-error";

    /// <summary>Whether something is wrong.</summary>
    public bool IsInvalid => Errors.Count > 0;

    /// <summary>The identifiers for <c>aria-describedby</c>, or null when nothing describes the control.</summary>
    public string? DescribedBy(string? also = null)
    {
        var ids = string.Join(' ', new[] { Hint is null ? null : HintId, IsInvalid ? ErrorId : null, also }.Where(id => id is not null));
        return ids.Length == 0 ? null : ids;
    }
}

/// <summary>Label, hint, error and control, in that order.</summary>
internal static class FieldMarkup
{
    /// <summary>A field with one control.</summary>
    public static IHtmlContent Around(Field field, Words words, params ReadOnlySpan<object?> control)
    {
        var label = Html.Of("label", "utrecht-form-label").With("for", field.Id).Add(field.Label, Optional(field, words));
        return Html.Div("utrecht-form-field loket-field").Class("utrecht-form-field--invalid", field.IsInvalid)
            .Add(field.Heading
                ? Html.Of("h1", "utrecht-form-field__label utrecht-heading-1 loket-question").Add(label)
                : Html.Div("utrecht-form-field__label").Add(label))
            .Add(Hint(field), Error(field, words))
            .Add(Html.Div("utrecht-form-field__input").Add(control));
    }

    /// <summary>A field with several controls, held together by their question.</summary>
    public static IHtmlContent AroundGroup(Field field, Words words, string? role, params ReadOnlySpan<object?> controls)
    {
        var legend = Html.Of("legend", "utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend");
        return Html.Of("fieldset", "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset loket-field")
            .Class("utrecht-form-fieldset--invalid", field.IsInvalid)
            .With("role", role).With("aria-describedby", field.DescribedBy())
            .Add(field.Heading
                ? legend.Class("loket-question").Add(Html.Of("h1", "utrecht-heading-1").Add(field.Label, Optional(field, words)))
                : legend.Add(field.Label, Optional(field, words)))
            .Add(Hint(field), Error(field, words))
            .Add(controls);
    }

    private static Element? Optional(Field field, Words words) =>
        field.Optional ? Html.Span("loket-optional").Add(" ", words["Field.Optional"]) : null;

    private static Element? Hint(Field field) => field.Hint is null ? null
        : Html.Div("utrecht-form-field-description utrecht-form-field__description").With("id", field.HintId).Add(field.Hint);

    /// <summary>What is wrong, or nothing.</summary>
    public static Element? Error(Field field, Words words) => !field.IsInvalid ? null
        : Html.Div("utrecht-form-field-error-message utrecht-form-field__error-message").With("id", field.ErrorId)
            .Add(Icon.Draw("warning"))
            .Add(Html.Div().AddEach(field.Errors, error => Html.Of("p").Add(Html.Spoken(words["Field.Error"] + " "), error)));
}

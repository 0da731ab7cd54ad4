using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>A date in three small fields.</summary>
internal sealed record DateField(Field Field, DateEntry Value)
{
    /// <summary>Whether it is the reader's own date of birth, which the browser may know.</summary>
    public bool Birthday { get; init; }

    /// <summary>The mark-up; the day has the field's identifier, so that an error summary can link to it.</summary>
    public IHtmlContent Render(Words words) => FieldMarkup.AroundGroup(Field, words, role: null,
        Html.Div("loket-date")
            .Add(Part(words, "Day", Field.Id, Value.Day, 2, "bday-day"))
            .Add(Part(words, "Month", Field.Id + "_Month", Value.Month, 4, "bday-month"))
            .Add(Part(words, "Year", Field.Id + "_Year", Value.Year, 4, "bday-year")));

    private Element Part(Words words, string part, string id, string? value, int characters, string autocomplete) => Html.Div("loket-date__part")
        .Add(Html.Of("label", "utrecht-form-label").With("for", id).Add(words["Date." + part]))
        .Add(Html.Of("input", "utrecht-textbox utrecht-textbox--html-input loket-width-" + characters)
            .With("type", "text").With("id", id).With("name", $"{Field.Name}.{part}").With("value", string.IsNullOrEmpty(value) ? null : value)
            .With("inputmode", part == "Month" ? null : "numeric").With("autocomplete", Birthday ? autocomplete : null)
            .With("aria-invalid", Field.IsInvalid ? "true" : null));
}

/// <summary>A date, bound to a <see cref="DateEntry"/>: <c>&lt;loket-date-field asp-for="Form.Since" label="…" hint="…" /&gt;</c>.</summary>
[HtmlTargetElement("loket-date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    /// <summary>Whether it is the reader's own date of birth.</summary>
    public bool Birthday { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (name, held) = (FullName, For?.Model as DateEntry);
        var errors = ErrorsOf(name).Concat(ErrorsOf(name + ".Day")).Concat(ErrorsOf(name + ".Month")).Concat(ErrorsOf(name + ".Year"));
        Write(output, new DateField(Field with { Errors = [.. errors.Distinct(StringComparer.Ordinal)] }, new DateEntry
        {
            Day = Posted(name + ".Day", held?.Day),
            Month = Posted(name + ".Month", held?.Month),
            Year = Posted(name + ".Year", held?.Year),
        })
        {
            Birthday = Birthday,
        }.Render(SharedWords));
    }
}

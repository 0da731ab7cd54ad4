using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>All errors of a form on top of it, each a link to its field; takes the focus when the page opens.</summary>
internal sealed record ErrorSummary(IReadOnlyList<(string? FieldId, string Message)> Errors)
{
    /// <summary>The mark-up, or nothing when there are no errors.</summary>
    public IHtmlContent Render(Words words) => Errors.Count == 0 ? HtmlString.Empty
        : Html.Div("loket-error-summary").With("role", "alert").With("tabindex", "-1").With("data-focus", true)
            .Add(Html.Of("h2", "utrecht-heading-3").Add(Icon.Draw("warning"), words.Count("ErrorSummary.Heading", Errors.Count)))
            .Add(Html.Of("ul").AddEach(Errors, error => Html.Of("li").Add(error.FieldId is null
                ? error.Message
                : Html.Of("a", "utrecht-link utrecht-link--html-a").With("href", "#" + error.FieldId).Add(error.Message))));
}

/// <summary>The errors of the form, at the top of the page: <c>&lt;loket-error-summary /&gt;</c>.</summary>
[HtmlTargetElement("loket-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : LoketTagHelper
{
    private static readonly string[] DateParts = [".Day", ".Month", ".Year"];

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        var errors = state.Where(entry => entry.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (FieldId: IdOf(entry.Key, state), FieldTagHelper.Message(error))))
            .Distinct();
        Write(output, new ErrorSummary([.. errors]).Render(SharedWords));
    }

    // What is wrong with a part of a date stands at the date; a date that is itself called Day has parts of its own.
    private static string? IdOf(string key, ModelStateDictionary state)
    {
        if (key.Length == 0) return null;
        return Html.IdOf(DateParts.FirstOrDefault(part => key.EndsWith(part, StringComparison.Ordinal) && !state.ContainsKey(key + part)) is { } part ? key[..^part.Length] : key);
    }
}

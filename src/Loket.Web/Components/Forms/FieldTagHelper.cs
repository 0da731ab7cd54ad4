using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Loket.Web.Components;

/// <summary>What the tags of all form fields share. Bound with <c>asp-for</c>, a field keeps what was posted and shows what is wrong with it.</summary>
public abstract class FieldTagHelper : LoketTagHelper
{
    /// <summary>The property of the page's model that the field fills.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression? For { get; set; }

    /// <summary>The posted name; only where there is no property to bind.</summary>
    public string? Name { get; set; }

    /// <summary>The question, above the control.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help between label and control.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the field may stay empty.</summary>
    public bool Optional { get; set; }

    /// <summary>Whether the label is the page's heading.</summary>
    public bool Heading { get; set; }

    private protected string FullName => For is null
        ? Name ?? throw new InvalidOperationException("A field needs asp-for or name.")
        : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private protected Field Field => new(FullName, Label) { Hint = Hint, Optional = Optional, Heading = Heading, Errors = ErrorsOf(FullName) };

    private protected IReadOnlyList<string> ErrorsOf(string name) => ErrorsOf(ViewContext, name);

    internal static IReadOnlyList<string> ErrorsOf(ViewContext view, string name) =>
        view.ViewData.ModelState.TryGetValue(name, out var entry) ? [.. entry.Errors.Select(Message).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>What was posted under a name, else what the model holds.</summary>
    private protected string? Posted(string name, object? otherwise) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null
            ? entry.AttemptedValue
            : Convert.ToString(otherwise, System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>All that was posted under a name, else what the model holds: one value or several.</summary>
    private protected HashSet<string> AllPosted(string name, object? otherwise)
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue is string[] several ? [.. several] : [entry.AttemptedValue ?? ""];
        }

        return otherwise switch
        {
            null => [],
            string one => [one],
            System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(one => one?.ToString() ?? "")],
            _ => [otherwise.ToString() ?? ""],
        };
    }

    internal static string Message(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? SharedWords["Field.NotUnderstood"] : error.ErrorMessage;
}

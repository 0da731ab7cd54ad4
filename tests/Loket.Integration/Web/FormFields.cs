using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NodaTime;

namespace Loket.Integration.Web;

/// <summary>What stands in a form, and what somebody could mean in a field of it.</summary>
internal static partial class FormFields
{
    /// <summary>The forms of a page.</summary>
    public static List<IHtmlFormElement> FormsOf(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlFormElement>("main form").Where(form => form.Method is "post" or "get")];

    /// <summary>What is sent with it, but for files and buttons.</summary>
    public static IEnumerable<(IHtmlElement Field, string Name)> FieldsOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlElement>()
        .Where(field => field is not (IHtmlInputElement { Type: "file" or "submit" or "button" } or IHtmlButtonElement) && field.GetAttribute("name") is { Length: > 0 })
        .Select(field => (field, field.GetAttribute("name")!));

    /// <summary>The fields in which something is typed that is given back. Of a number of lines that ask the same, those of the first.</summary>
    public static IReadOnlyList<string> Typed(IHtmlFormElement form) =>
        [.. FieldsOf(form).Where(one => IsTyped(one.Field) && one.Field is not IHtmlInputElement { Type: "password" } && !FurtherLine().IsMatch(one.Name)).Select(one => one.Name).Distinct()];

    /// <summary>Those of them that take any text, by the button that uses what is in them.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Free(IHtmlFormElement form) =>
    [
        .. Typed(form).Where(name => IsFree(FieldsOf(form).First(one => one.Name == name))).GroupBy(name => ButtonFor(form, name)?.OuterHtml).Select(fields => fields.ToList()),
    ];

    /// <summary>Whether something is typed in it.</summary>
    public static bool IsTyped(IHtmlElement field) => field is IHtmlTextAreaElement or IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio" or "file") };

    /// <summary>The button that uses what is in the field, else the first.</summary>
    public static IElement? ButtonFor(IHtmlFormElement form, string field) => field.Split('.')[^1] switch
    {
        "Answer" => form.QuerySelector("button[value=answered]"),
        "Case" => form.QuerySelector("button[value=join]"),
        "CallbackPhone" => form.QuerySelector("button[value=callback]"),
        _ => null,
    } ?? form.QuerySelector("button:not([formaction])");

    /// <summary>What a field holds; null for what is not chosen.</summary>
    public static string? Standing(IHtmlElement field) => field switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };

    /// <summary>All that a form holds.</summary>
    public static List<KeyValuePair<string, string>> Standing(IHtmlFormElement form) =>
        [.. FieldsOf(form).Select(one => (one.Name, Value: Standing(one.Field))).Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value!))];

    /// <summary>What is right in all fields of a form but some.</summary>
    /// <param name="form">The form.</param>
    /// <param name="tried">The fields in which something else is tried.</param>
    /// <param name="soon">A day that lies ahead.</param>
    public static IEnumerable<KeyValuePair<string, string>> Right(IHtmlFormElement form, IReadOnlyCollection<string> tried, LocalDate soon) =>
        FieldsOf(form).Where(one => !tried.Contains(one.Name)).Select(one => (one.Name, Value: Right(form, one.Field, one.Name, tried, soon)))
            .Where(one => one.Value is not null).Distinct().Select(one => KeyValuePair.Create(one.Name, one.Value!));

    // What it holds, or where it is empty and must not be, what somebody could mean.
    private static string? Right(IHtmlFormElement form, IHtmlElement field, string name, IReadOnlyCollection<string> tried, LocalDate soon)
    {
        var stands = Standing(field);
        // Who it was says nothing without what they did.
        if (field is IHtmlSelectElement { Name: "Form.Assistance" } assistance) return assistance.Options.First(option => option.Value.Length > 0).Value;
        // A line in which nothing is tried may stay empty as a whole.
        if (Line().Match(name) is { Success: true } line && !tried.Any(one => one.StartsWith(line.Value, StringComparison.Ordinal))) return stands;
        var isOptional = field.Closest(".loket-field") is not { } around || around.QuerySelector(".loket-optional") is not null;
        // What is said in one language is said in the other; a warning ends, but of who has died.
        if (tried.Any(one => IsOtherLanguage(name, one)) || name.StartsWith("Warning.Until.", StringComparison.Ordinal)) isOptional = false;
        if (isOptional || !string.IsNullOrEmpty(stands)) return stands;
        return field switch
        {
            IHtmlInputElement { Type: "radio" } radio => form.QuerySelectorAll<IHtmlInputElement>($"[name='{radio.Name}']").Any(one => one.IsChecked) ? null
                : form.QuerySelector<IHtmlInputElement>($"[name='{radio.Name}']")!.Value,
            IHtmlInputElement { Type: "checkbox" } box => field.Closest("fieldset.loket-field") is { } group && group.QuerySelector("input") == box ? box.Value : null,
            IHtmlInputElement when name.EndsWith("Postcode", StringComparison.Ordinal) => "2131 AA",
            IHtmlInputElement when name.EndsWith("UntilTime", StringComparison.Ordinal) => "17:00",
            IHtmlInputElement { Type: "email" } => "naam@voorbeeld.example",
            IHtmlInputElement { Type: "tel" } => "06 12345678",
            IHtmlInputElement when name.EndsWith(".Day", StringComparison.Ordinal) => Number(soon.Day),
            IHtmlInputElement when name.EndsWith(".Month", StringComparison.Ordinal) => Number(soon.Month),
            IHtmlInputElement when name.EndsWith(".Year", StringComparison.Ordinal) => Number(soon.Year),
            IHtmlInputElement when name.Contains("Time", StringComparison.Ordinal) => "09:00",
            IHtmlInputElement input when input.GetAttribute("inputmode") == "numeric" => "5",
            // These are small letters, and nobody else has them.
            IHtmlInputElement when name.EndsWith(".Key", StringComparison.Ordinal) || name.EndsWith("SignInName", StringComparison.Ordinal) => "iets-" + Guid.NewGuid().ToString("N")[..8],
            IHtmlSelectElement select => select.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value,
            // A reason or a ground says more than a word.
            IHtmlTextAreaElement => "Iets dat klopt",
            _ when name.EndsWith(".Seen", StringComparison.Ordinal) => "Iets dat klopt",
            _ => "Iets",
        };
    }

    private static bool IsFree((IHtmlElement Field, string Name) one) => one.Field is IHtmlTextAreaElement
        || (one.Field is IHtmlInputElement { Type: "text" or "search" } && one.Field.GetAttribute("inputmode") is null && !one.Name.Contains("Time", StringComparison.Ordinal)
            && !one.Name.EndsWith(".Month", StringComparison.Ordinal) && !one.Name.EndsWith("Postcode", StringComparison.Ordinal));

    private static bool IsOtherLanguage(string name, string other) =>
        name != other && name.Length == other.Length && name[^2..] is "Nl" or "En" && other[^2..] is "Nl" or "En" && name[..^2] == other[..^2];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Of a name as Form.Results[2].Years, up to the dot behind the number.
    [GeneratedRegex(@"^.*\[\d+\]\.", RegexOptions.None, 1_000)]
    private static partial Regex Line();

    [GeneratedRegex(@"\[[1-9]\d*\]", RegexOptions.None, 1_000)]
    private static partial Regex FurtherLine();
}

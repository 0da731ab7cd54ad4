using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Loket.Integration.Web;

/// <summary>What a form does and asks. The same form in each row of a table is one, and so is one that has got more lines.</summary>
/// <param name="Handler">Where it goes.</param>
/// <param name="Fields">The names of its fields.</param>
/// <param name="IsGet">It only asks for a page.</param>
/// <param name="IsTyped">Something is typed in it.</param>
/// <param name="IsChosen">Something is chosen in it.</param>
internal sealed partial record FormShape(string Handler, string Fields, bool IsGet, bool IsTyped, bool IsChosen)
{
    private const int LongestInAddress = 500;

    /// <summary>That of a form.</summary>
    public static FormShape Of(IHtmlFormElement form)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(field => field is not (IHtmlInputElement { Type: "hidden" or "submit" } or IHtmlButtonElement)).ToList();
        return new FormShape(
            (form.GetAttribute("action") ?? "").Split('?')[^1], string.Join(' ', fields.Select(field => Place().Replace(field.GetAttribute("name") ?? "", "[]")).Distinct()), form.Method == "get",
            fields.Exists(FormFields.IsTyped), fields.Exists(field => field is IHtmlSelectElement or IHtmlInputElement { Type: "radio" }));
    }

    /// <summary>Whether what has this name can be tried on it.</summary>
    public bool Takes(string name) => name switch
    {
        NastyText.OfLongAgo => !IsGet,
        NastyText.UnknownChoice => IsChosen,
        _ => IsTyped,
    };

    /// <summary>As much as a browser sends: no address without end.</summary>
    public string Fitting(string text) => IsGet && text.Length > LongestInAddress ? text[..LongestInAddress] : text;

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}

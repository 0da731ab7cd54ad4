using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Loket.Web.Components;

/// <summary>The texts of one place in one language.</summary>
public sealed class Words
{
    /// <summary>The place of the texts that all pages share.</summary>
    public const string Shared = "Components/Texts/Shared";

    private readonly TextCatalogue catalogue;
    private readonly string place;

    internal Words(TextCatalogue catalogue, string place, CultureInfo culture)
    {
        this.catalogue = catalogue;
        this.place = place;
        Culture = culture;
    }

    /// <summary>The language and the way of writing numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The text of a key; the key itself when there is none.</summary>
    public string this[string key] => catalogue.Find(place, key, Culture.TwoLetterISOLanguageName) ?? key;

    /// <summary>The text of a key with values for <c>{0}</c>, <c>{1}</c> and so on.</summary>
    public string this[string key, params object?[] arguments] => string.Format(Culture, this[key], InGroups(arguments));

    /// <summary>The text for a number of things: <c>Key.One</c> for 1, else <c>Key.Other</c>; the number is <c>{0}</c>.</summary>
    public string Count(string key, int number) => this[key + (number == 1 ? ".One" : ".Other"), number];

    /// <summary>The name of a value of an enumeration: the text of <c>Channel.Phone</c> for <c>Channel.Phone</c>.</summary>
    public string Of(Enum value) => this[value.GetType().Name + "." + value];

    /// <summary>Yes or no.</summary>
    public string YesNo(bool yes) => this[yes ? "Answer.Yes" : "Answer.No"];

    /// <summary>A text with mark-up of its own; the arguments are encoded, unless they are content themselves.</summary>
    public IHtmlContent Html(string key, params object?[] arguments) =>
        new HtmlFormattableString(Culture, this[key], InGroups(arguments));

    // From five digits on a number is read in groups: 10.000.
    private object?[] InGroups(object?[] arguments) =>
        Array.ConvertAll(arguments, argument => argument is int and (> 9_999 or < -9_999) ? ((int)argument).ToString("N0", Culture) : argument);

    /// <summary>Whether there is a text for this key in this language or in Dutch.</summary>
    public bool Has(string key) => catalogue.Find(place, key, Culture.TwoLetterISOLanguageName) is not null;
}

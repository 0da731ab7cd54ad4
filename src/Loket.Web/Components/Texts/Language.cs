using System.Globalization;

namespace Loket.Web.Components;

/// <summary>The languages of the screens: Dutch at the root of the site, English below <c>/en</c>.</summary>
public static class Language
{
    /// <summary>Dutch, the language without a prefix.</summary>
    public const string Dutch = "nl";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Every language, Dutch first.</summary>
    public static IReadOnlyList<string> All { get; } = [Dutch, English];

    /// <summary>How dates and numbers are written in a language; Dutch for an unknown one.</summary>
    public static CultureInfo Culture(string language) => language == English ? BritishEnglish : Netherlands;

    private static CultureInfo Netherlands { get; } = CultureInfo.GetCultureInfo("nl-NL");

    private static CultureInfo BritishEnglish { get; } = CultureInfo.GetCultureInfo("en-GB");
}

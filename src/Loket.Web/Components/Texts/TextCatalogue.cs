using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Loket.Web.Components;

/// <summary>All texts of the screens, read once from the resources beside the pages.</summary>
/// <remarks>
/// <c>Pages/Public/Ask/Index.cshtml</c> has its texts in <c>Index.nl.json</c> and <c>Index.en.json</c> beside it: flat objects of key and text, with
/// <c>{0}</c> for arguments. A key that a page lacks is looked for in <c>Components/Texts/Shared</c>. A missing English text falls back to Dutch, a missing
/// Dutch one to its key; a test keeps both from happening.
/// </remarks>
public sealed class TextCatalogue
{
    private const string Prefix = "texts/";
    private readonly FrozenDictionary<(string Place, string Language), FrozenDictionary<string, string>> places;

    private TextCatalogue(FrozenDictionary<(string, string), FrozenDictionary<string, string>> places) => this.places = places;

    /// <summary>The texts of this program.</summary>
    public static TextCatalogue Default { get; } = Read(typeof(TextCatalogue).Assembly);

    /// <summary>The places that have texts, for example <c>Pages/Public/Ask/Index</c>, with the language of each file.</summary>
    public IEnumerable<(string Place, string Language)> Places => places.Keys;

    /// <summary>The keys of one place in one language; empty when there is no such file.</summary>
    public IReadOnlyCollection<string> Keys(string place, string language) =>
        places.TryGetValue((place, language), out var texts) ? texts.Keys : [];

    /// <summary>The texts of one place, in the language of the given culture.</summary>
    /// <param name="place">Path without extension, as in <see cref="Places"/>.</param>
    /// <param name="culture">Decides the language and how numbers and dates in arguments are written.</param>
    public Words For(string place, CultureInfo culture) => new(this, place, culture);

    /// <summary>Reads the texts that travel inside assemblies; later ones add places to earlier ones.</summary>
    public static TextCatalogue Read(params IReadOnlyList<Assembly> assemblies)
    {
        var found = new Dictionary<(string, string), FrozenDictionary<string, string>>();
        foreach (var assembly in assemblies)
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var parts = name[Prefix.Length..].Split('.');
                using var stream = assembly.GetManifestResourceStream(name)!;
                found[(parts[0], parts[1])] = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
            }
        }

        return new TextCatalogue(found.ToFrozenDictionary());
    }

    internal string? Find(string place, string key, string language) =>
        FindIn(place, key, language) ?? FindIn(Words.Shared, key, language)
        ?? (language == Language.Dutch ? null : Find(place, key, Language.Dutch));

    private string? FindIn(string place, string key, string language) =>
        places.TryGetValue((place, language), out var texts) && texts.TryGetValue(key, out var text) ? text : null;
}

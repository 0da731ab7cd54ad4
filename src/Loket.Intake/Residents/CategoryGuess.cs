using System.Text.RegularExpressions;
using Loket.Cases.Reading;
using Loket.Kernel.Text;
using Loket.Places;

namespace Loket.Intake.Residents;

/// <summary>Proposes a subject from the words of a message and those of the subjects' names and definitions.</summary>
/// <remarks>Plain counting, so that anybody can see why: a word of the name counts three times a word of the definition, a word that few subjects
/// have counts more than one that many have. When no subject stands out, none is proposed and a person chooses (triage).
/// A subject that is dangerous by nature needs words of danger. One lamp has many names (straatlamp, lantaarn): all count as the usual one, several lamps do not.
/// A known object counts as its name, so that a number alone is enough, and leaves only the subjects that speak of such an object.</remarks>
public static partial class CategoryGuess
{
    private const double NameWeight = 3;
    private const double Least = 1.5;
    private const double AheadOfNext = 1.25;

    /// <summary>The subject that stands out; null when none does.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="danger">Whether it tells of danger.</param>
    /// <param name="categories">The subjects in use.</param>
    /// <param name="about">The kind of the object that it is about, where that is known.</param>
    public static CategoryCard? Of(string text, bool danger, IReadOnlyList<CategoryCard> categories, AssetKind? about = null)
    {
        var named = about is { } kind ? AssetWords.NameOf(kind) : null;
        var stems = SubjectWords.Of($"{named} {Lamp().Replace(text, AssetWords.NameOf(AssetKind.LampPost)!)}").Stems.Where(stem => !char.IsAsciiDigit(stem[0])).ToList();
        if (stems.Count == 0) return null;

        var known = categories.Where(category => !category.Danger || danger)
            .Select(category => (Category: category, Name: Words(category.NameNl, category.NameEn), Meaning: Words(category.MeaningNl, category.MeaningEn))).ToList();
        // What is said of a lamp is about a lamp, whatever else is mentioned.
        if (named is not null && SubjectWords.Of(named).Stems.First() is var noun && known.FindAll(one => Weight(noun, one.Name, one.Meaning) > 0) is { Count: > 0 } ofObject) known = ofObject;
        var ranked = known
            .Select(one => (one.Category, Score: stems.Sum(stem => Weight(stem, one.Name, one.Meaning) / Math.Sqrt(Math.Max(1, known.Count(other => Weight(stem, other.Name, other.Meaning) > 0))))))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Category.Key, StringComparer.Ordinal).Take(2).ToList();
        return ranked is [var best, ..] && best.Score >= Least && (ranked.Count == 1 || best.Score >= AheadOfNext * ranked[1].Score) ? best.Category : null;
    }

    [GeneratedRegex(@"\b\p{L}*(lamp|lamppaal|lantaarn|lichtpaal|lichtmast)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lamp();

    private static HashSet<string> Words(params ReadOnlySpan<string> texts) =>
        texts.ToArray().SelectMany(text => SubjectWords.Of(text).Stems).Where(stem => stem.Length > 2).ToHashSet(StringComparer.Ordinal);

    private static double Weight(string stem, HashSet<string> name, HashSet<string> meaning) =>
        Math.Max(Among(stem, name) * NameWeight, Among(stem, meaning));

    // A whole word counts fully; a compound with the word in it ("lantaarnpaal" and "lantaarn") for less.
    private static double Among(string stem, HashSet<string> words) =>
        words.Contains(stem) ? 1 : stem.Length >= 4 && words.Any(word => word.Length >= 4 && (word.StartsWith(stem, StringComparison.Ordinal) || stem.StartsWith(word, StringComparison.Ordinal)
            || word.EndsWith(stem, StringComparison.Ordinal) || stem.EndsWith(word, StringComparison.Ordinal))) ? 0.6 : 0;
}

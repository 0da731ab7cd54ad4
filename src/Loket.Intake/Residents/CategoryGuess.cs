using Loket.Cases.Reading;
using Loket.Kernel.Text;

namespace Loket.Intake.Residents;

/// <summary>Proposes a subject from the words of a message and those of the subjects' names and definitions.</summary>
/// <remarks>Plain counting, so that anybody can see why: a word of the name counts three times a word of the definition, a word that few subjects
/// have counts more than one that many have. When no subject stands out, none is proposed and a person chooses (triage).
/// A subject that is dangerous by nature needs words of danger.</remarks>
public static class CategoryGuess
{
    private const double NameWeight = 3;
    private const double Least = 1.5;
    private const double AheadOfNext = 1.25;

    /// <summary>The subject that stands out; null when none does.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="danger">Whether it tells of danger.</param>
    /// <param name="categories">The subjects in use.</param>
    public static CategoryCard? Of(string text, bool danger, IReadOnlyList<CategoryCard> categories)
    {
        var stems = SubjectWords.Of(text).Stems.Where(stem => !char.IsAsciiDigit(stem[0])).ToList();
        if (stems.Count == 0) return null;

        var known = categories.Where(category => !category.Danger || danger)
            .Select(category => (Category: category, Name: Words(category.NameNl, category.NameEn), Meaning: Words(category.MeaningNl, category.MeaningEn))).ToList();
        var ranked = known
            .Select(one => (one.Category, Score: stems.Sum(stem => Weight(stem, one.Name, one.Meaning) / Math.Sqrt(Math.Max(1, known.Count(other => Weight(stem, other.Name, other.Meaning) > 0))))))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Category.Key, StringComparer.Ordinal).Take(2).ToList();
        return ranked is [var best, ..] && best.Score >= Least && (ranked.Count == 1 || best.Score >= AheadOfNext * ranked[1].Score) ? best.Category : null;
    }

    private static HashSet<string> Words(params ReadOnlySpan<string> texts) =>
        texts.ToArray().SelectMany(text => SubjectWords.Of(text).Stems).Where(stem => stem.Length > 2).ToHashSet(StringComparer.Ordinal);

    private static double Weight(string stem, HashSet<string> name, HashSet<string> meaning) =>
        Math.Max(Among(stem, name) * NameWeight, Among(stem, meaning));

    // A whole word counts fully; a compound with the word in it ("lantaarnpaal" and "lantaarn") for less.
    private static double Among(string stem, HashSet<string> words) =>
        words.Contains(stem) ? 1 : stem.Length >= 4 && words.Any(word => word.Length >= 4 && (word.StartsWith(stem, StringComparison.Ordinal) || stem.StartsWith(word, StringComparison.Ordinal)
            || word.EndsWith(stem, StringComparison.Ordinal) || stem.EndsWith(word, StringComparison.Ordinal))) ? 0.6 : 0;
}

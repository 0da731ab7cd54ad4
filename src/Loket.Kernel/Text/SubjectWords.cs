using System.Text.RegularExpressions;

namespace Loket.Kernel.Text;

/// <summary>The words of a subject line that say what it is about, made once and compared often.</summary>
/// <remarks>
/// Words are folded, the small ones left out (<see cref="DutchWords"/>) and stems taken. A number stays whole ("118-042" is one word) and weighs more the longer it is,
/// up to two: it is likely the number of a lamp post or a house. Words that only say that something is wrong (kapot, defect, werkt) weigh half.
/// <para>The similarity is a weighted Jaccard index: what both say over what either says. Besides equal stems, half-equal words count in part:
/// a compound and its head or first part (straatlamp and lamp) for 0.6, one slip of the keyboard in a long word for 0.8,
/// two different words that something is wrong (kapot and defect) for 0.5. Numbers match exactly or not.</para>
/// </remarks>
public sealed partial class SubjectWords
{
    /// <summary>Only so many different words are looked at; a subject line has fewer.</summary>
    public const int MostWords = 40;

    private const double CompoundCredit = 0.6;
    private const double SlipCredit = 0.8;
    private const double BothWrongCredit = 0.5;

    private readonly Word[] _words;
    private readonly double _weight;

    private SubjectWords(Word[] words)
    {
        _words = words;
        _weight = words.Sum(word => word.Weight);
    }

    /// <summary>The stems, in alphabetical order.</summary>
    public IEnumerable<string> Stems => _words.Select(word => word.Stem);

    /// <summary>The words of a line; nothing is the same as empty.</summary>
    public static SubjectWords Of(string? line) => new(
    [
        .. Stemmed(Fold.Of(line)).Distinct(StringComparer.Ordinal).Take(MostWords).Order(StringComparer.Ordinal).Select(stem => new Word(stem, WeightOf(stem))),
    ]);

    /// <summary>How much two lines say the same: 0 nothing, 1 all. The same both ways; a line without words is like nothing.</summary>
    public double SimilarityTo(SubjectWords other)
    {
        var pairs = new List<(double Credit, double Weight, string First, string Last, int Mine, int Theirs)>();
        for (var mine = 0; mine < _words.Length; mine++)
        {
            for (var theirs = 0; theirs < other._words.Length; theirs++)
            {
                var (a, b) = (_words[mine], other._words[theirs]);
                if (Credit(a.Stem, b.Stem) is > 0 and var credit)
                {
                    var swap = string.CompareOrdinal(a.Stem, b.Stem) > 0;
                    pairs.Add((credit, (a.Weight + b.Weight) / 2, swap ? b.Stem : a.Stem, swap ? a.Stem : b.Stem, mine, theirs));
                }
            }
        }

        // Best pairs first, and ties by the words themselves, so that it does not matter which line asks.
        var shared = 0.0;
        var (mineTaken, theirsTaken) = (new bool[_words.Length], new bool[other._words.Length]);
        foreach (var pair in pairs.OrderByDescending(pair => pair.Credit).ThenByDescending(pair => pair.Weight).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Last, StringComparer.Ordinal))
        {
            if (mineTaken[pair.Mine] || theirsTaken[pair.Theirs]) continue;
            mineTaken[pair.Mine] = theirsTaken[pair.Theirs] = true;
            shared += pair.Credit * pair.Weight;
        }

        return shared == 0 ? 0 : shared / (_weight + other._weight - shared);
    }

    private static IEnumerable<string> Stemmed(string folded)
    {
        for (var match = Tokens().Match(folded); match.Success; match = match.NextMatch())
        {
            if (char.IsAsciiDigit(match.ValueSpan[0])) yield return string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit));
            else if (match.Length > 1 && !DutchWords.IsSmall(match.Value)) yield return DutchWords.Stem(match.Value);
        }
    }

    private static double WeightOf(string stem) =>
        char.IsAsciiDigit(stem[0]) ? Math.Min(2, stem.Length * 0.5) : DutchWords.SaysOnlyThatSomethingIsWrong(stem) ? 0.5 : 1;

    private static double Credit(string a, string b)
    {
        if (a == b) return 1;
        if (char.IsAsciiDigit(a[0]) || char.IsAsciiDigit(b[0])) return 0;
        if (IsCompoundOf(a, b) || IsCompoundOf(b, a)) return CompoundCredit;
        if (a.Length >= 6 && b.Length >= 6 && DiffersByOneSlip(a, b)) return SlipCredit;
        return DutchWords.SaysOnlyThatSomethingIsWrong(a) && DutchWords.SaysOnlyThatSomethingIsWrong(b) ? BothWrongCredit : 0;
    }

    // The head of a Dutch compound stands last, so a shorter word is believed there.
    private static bool IsCompoundOf(string compound, string part) =>
        compound.Length >= part.Length + 3
        && ((part.Length >= 3 && compound.EndsWith(part, StringComparison.Ordinal)) || (part.Length >= 4 && compound.StartsWith(part, StringComparison.Ordinal)));

    // One letter more, less or other, or two neighbours swapped.
    private static bool DiffersByOneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length) return DiffersByOneSlip(b, a);
        var same = a.CommonPrefixLength(b);
        var restA = a[same..];
        var restB = b[same..];
        if (restB.Length == restA.Length + 1) return restA.SequenceEqual(restB[1..]);
        if (restA.Length != restB.Length || restA.IsEmpty) return false;
        return restA[1..].SequenceEqual(restB[1..])
            || (restA.Length >= 2 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }

    private readonly record struct Word(string Stem, double Weight);

    [GeneratedRegex(@"[0-9]+(?:[-./][0-9]+)*|[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();
}

using System.Buffers;
using System.Text.RegularExpressions;

namespace Loket.Places;

/// <summary>Some words in a row.</summary>
/// <param name="From">The first, from 0.</param>
/// <param name="Length">How many.</param>
/// <param name="Key">Written together, for comparison.</param>
internal readonly record struct WordRun(int From, int Length, string Key)
{
    public bool Overlaps(WordRun other) => From < other.From + other.Length && other.From < From + Length;
}

/// <summary>The words of a text, with where its commas and full stops are.</summary>
internal sealed partial class WordsOfText
{
    // Where something is stands early; the bounds keep a text of 100,000 characters cheap.
    private const int LongestText = 2_000;
    private const int MostWords = 60;
    private const int LongestName = 6;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;:!?\n()/");

    private readonly List<Word> words;

    private WordsOfText(List<Word> words) => this.words = words;

    public static WordsOfText Of(string? text)
    {
        text ??= "";
        if (text.Length > LongestText) text = text[..LongestText];
        var (found, end) = (new List<Word>(), 0);
        foreach (var match in Words().Matches(text).Take(MostWords))
        {
            var begins = found.Count == 0 || text.AsSpan(end, match.Index - end).ContainsAny(Breaks);
            end = match.Index + match.Length;
            found.Add(new Word(CompactText.Of(match.Value), char.IsUpper(match.Value[0]), begins));
        }

        return new WordsOfText(found);
    }

    public string KeyAt(int place) => place >= 0 && place < words.Count ? words[place].Key : "";

    public bool IsCapital(WordRun run) => words[run.From].IsCapital && !words[run.From].Begins;

    /// <summary>Whether the run is all there is between two commas.</summary>
    public bool IsAlone(WordRun run) => words[run.From].Begins && (run.From + run.Length == words.Count || words[run.From + run.Length].Begins);

    /// <summary>A house number right behind: "12", "12a".</summary>
    public string? NumberBehind(WordRun run)
    {
        var place = run.From + run.Length;
        if (KeyAt(place) is "nummer" or "nr" or "no" or "number" && place < words.Count) place++;
        return HouseNumber().IsMatch(KeyAt(place)) ? KeyAt(place) : null;
    }

    /// <summary>All runs that may be a name, each within one stretch between commas.</summary>
    public IEnumerable<WordRun> Joined()
    {
        for (var from = 0; from < words.Count; from++)
        {
            var key = "";
            for (var length = 1; length <= LongestName && from + length <= words.Count; length++)
            {
                if (length > 1 && words[from + length - 1].Begins) break;
                key += words[from + length - 1].Key;
                if (key.Length > 0) yield return new WordRun(from, length, key);
            }
        }
    }

    /// <summary>The runs that are something, the longest first choice, none over another, in the order of the text.</summary>
    public IReadOnlyList<WordRun> Longest(Func<WordRun, bool> isSomething)
    {
        var chosen = new List<WordRun>();
        foreach (var run in Joined().Where(isSomething).OrderByDescending(run => run.Length).ThenBy(run => run.From))
        {
            if (!chosen.Exists(other => other.Overlaps(run))) chosen.Add(run);
        }

        return [.. chosen.OrderBy(run => run.From)];
    }

    // An apostrophe belongs to the word: 't Kabel.
    [GeneratedRegex(@"['‘’]?[\p{L}\p{M}\p{Nd}]+(?:['‘’][\p{L}\p{M}\p{Nd}]+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"^[1-9][0-9]{0,4}[a-z]?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HouseNumber();

    private readonly record struct Word(string Key, bool IsCapital, bool Begins);
}

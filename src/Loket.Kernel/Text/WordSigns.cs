using System.Text.RegularExpressions;

namespace Loket.Kernel.Text;

/// <summary>Words and phrases that are looked for in what somebody wrote, made once and used often.</summary>
/// <remarks>
/// Whole words, folded, with the common endings of Dutch and English taken off: "losse draden" is also found in "een losse draad", "luik" in "luikje", but "brand" not in "brandt".
/// The words of a phrase may stand in any order with a few others between them ("het luik staat open" holds "open luik"), within one sentence; a phrase with a small word in it
/// ("over de weg") is found as it stands, unless it says with "…" that others may stand between ("niet eens … besluit"). A word that denies it right before it ("geen gevaar", "bijna gevallen") takes it away, unless the phrase itself begins with that word.
/// </remarks>
public sealed partial class WordSigns
{
    private const int MostBetween = 4;
    private const string Break = ".";
    private const char Between = '…';

    private static readonly HashSet<string> Deniers = new(StringComparer.Ordinal) { "geen", "zonder", "niemand", "bijna", "haast", "no", "nobody", "without", "nearly", "almost" };

    // Lamps burn and people smoke: of these words the plural is far more often a verb.
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "branden", "roken", "rookt", "mesten" };

    // "brandt niet losse draden" tells of danger, "niet gevaarlijk" does not: only what can be said of something is denied by "niet".
    private static readonly HashSet<string> DeniedByNot = Forms("gevaarlijk", "gewond", "veilig", "dangerous", "injured", "hurt");

    private static readonly HashSet<string> SmallEnglish = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "on", "in", "out", "of", "at", "to", "by", "is", "are", "was", "has", "have", "no", "not", "it", "from", "with",
    };

    private readonly Dictionary<string, List<Sign>> _signs = new(StringComparer.Ordinal);

    private WordSigns()
    {
    }

    /// <summary>The signs of some phrases; what holds no word is left out.</summary>
    public static WordSigns Of(IEnumerable<string> phrases)
    {
        var made = new WordSigns();
        foreach (var phrase in phrases)
        {
            var tokens = TokensOf(phrase.Replace(Between, ' '));
            if (tokens.Count == 0) continue;
            var sign = new Sign([.. tokens.Select(token => token.Form)], !phrase.Contains(Between) && tokens.Exists(token => DutchWords.IsSmall(token.Word) || SmallEnglish.Contains(token.Word)));
            if (!made._signs.TryGetValue(sign.Words[0], out var same)) made._signs[sign.Words[0]] = same = [];
            same.Add(sign);
        }

        return made;
    }

    /// <summary>Whether a text holds one of them.</summary>
    public bool In(string? text)
    {
        var tokens = TokensOf(text);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (_signs.TryGetValue(tokens[at].Form, out var signs) && signs.Exists(sign => Stands(sign, tokens, at))) return true;
        }

        return false;
    }

    private static bool Stands(Sign sign, List<Token> tokens, int at)
    {
        var first = sign.AsItStands ? InOrder(sign, tokens, at) : Together(sign, tokens, at);
        if (first is not { } start) return false;
        if (start == 0 || tokens[start - 1].Word is not { } before) return true;
        return !Deniers.Contains(before) && !(before is "niet" or "not" && DeniedByNot.Contains(sign.Words[0]));
    }

    private static int? InOrder(Sign sign, List<Token> tokens, int at)
    {
        if (at + sign.Words.Length > tokens.Count) return null;
        for (var i = 1; i < sign.Words.Length; i++)
        {
            if (tokens[at + i].Form != sign.Words[i]) return null;
        }

        return at;
    }

    private static int? Together(Sign sign, List<Token> tokens, int at)
    {
        var reach = sign.Words.Length - 1 + MostBetween;
        var (low, high) = (at, at);
        while (low > 0 && at - low < reach && tokens[low - 1].Form != Break) low--;
        while (high < tokens.Count - 1 && high - at < reach && tokens[high + 1].Form != Break) high++;
        var (first, last) = (at, at);
        foreach (var word in sign.Words.Skip(1))
        {
            var found = Enumerable.Range(low, high - low + 1).Where(i => tokens[i].Form == word && i != at).Select(i => (int?)i).MinBy(i => Math.Abs(i!.Value - at));
            if (found is not { } place) return null;
            (first, last) = (Math.Min(first, place), Math.Max(last, place));
        }

        return last - first <= reach ? first : null;
    }

    private static List<Token> TokensOf(string? text)
    {
        var tokens = new List<Token>();
        foreach (var line in (text ?? "").Split('\n'))
        {
            for (var match = Tokens().Match(Fold.Of(line)); match.Success; match = match.NextMatch())
            {
                tokens.Add(match.Value is "." or "!" or "?" or ";" ? new Token(Break, Break) : new Token(match.Value, FormOf(match.Value)));
            }

            tokens.Add(new Token(Break, Break));
        }

        while (tokens is [.., { Form: Break }]) tokens.RemoveAt(tokens.Count - 1);
        return tokens;
    }

    private static HashSet<string> Forms(params string[] words) => words.Select(FormOf).ToHashSet(StringComparer.Ordinal);

    // A participle is no plural: "gevallen" are no cases ("geval").
    private static string FormOf(string word)
    {
        if (word.Length < 4 || Verbs.Contains(word) || (word.StartsWith("ge", StringComparison.Ordinal) && word.EndsWith("en", StringComparison.Ordinal))) return word;
        return DutchWords.Singular(word.Length >= 5 && word[^1] == 's' && word[^2] is not ('s' or 'a' or 'i' or 'o' or 'u' or 'j') ? word[..^1] : word);
    }

    private readonly record struct Token(string Word, string Form);

    private sealed record Sign(string[] Words, bool AsItStands);

    [GeneratedRegex(@"[\p{L}\p{Nd}]+|[.!?;,:]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tokens();
}

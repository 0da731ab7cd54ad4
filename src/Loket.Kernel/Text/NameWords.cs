using System.Collections.Frozen;
using System.Text;

namespace Loket.Kernel.Text;

/// <summary>The words of a name by which it is found: as it is written, and as it sounds in Dutch.</summary>
/// <remarks>
/// A name is folded and cut at everything that is no letter or digit; what stands in very many names (van, de, der, bv) is left out. The sound of a word is its first letter and
/// the consonants after it, with what sounds alike in Dutch written alike: ch and g, c and k or s, sch and s at the end, d and t at the end, f and v and ph, s and z, x and ks, ij and ei and y, double
/// letters once. So Jansen, Janssen and Janzen sound alike, as do Meijer, Meyer and Meier, and Vries and Fries. A sound is wider than a spelling: who searches sees the same
/// spelling first.
/// </remarks>
public static class NameWords
{
    private const int Most = 8;
    private const int LongestWord = 40;

    private static readonly FrozenSet<string> Small =
        new[] { "van", "de", "der", "den", "het", "ter", "ten", "te", "in", "op", "aan", "el", "al", "la", "le", "du", "en", "bv", "nv", "vof", "mw", "mevr", "mevrouw", "dhr", "meneer", "fam", "familie" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The written words, folded; at most eight, each at most forty characters.</summary>
    public static IReadOnlyList<string> Of(string? name)
    {
        var words = new List<string>();
        // "B.V." is as small a word as "bv".
        foreach (var word in Fold.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Parts(word).ToList()).Where(parts => !Small.Contains(string.Concat(parts))).SelectMany(parts => parts))
        {
            if (words.Count == Most) break;
            if (!Small.Contains(word) && !words.Contains(word)) words.Add(word.Length > LongestWord ? word[..LongestWord] : word);
        }

        return words;
    }

    /// <summary>How a folded word sounds; empty for what has no letters.</summary>
    public static string SoundOf(string folded)
    {
        var sound = new StringBuilder(folded.Length);
        for (var place = 0; place < folded.Length; place++)
        {
            var (sign, next) = (folded[place], place + 1 < folded.Length ? folded[place + 1] : ' ');
            if (!char.IsAsciiLetter(sign)) continue;
            switch (sign)
            {
                // At the end, as in Bosch, it sounds as in Bos.
                case 's' when folded.AsSpan(place) is "sch":
                    Add('s');
                    place += 2;
                    break;
                case 'c' when next == 'h':
                    Add('g');
                    place++;
                    break;
                case 'c' when next is 'e' or 'i' or 'y':
                    Add('s');
                    break;
                case 'c' or 'q':
                    Add('k');
                    break;
                case 'p' when next == 'h':
                    Add('f');
                    place++;
                    break;
                case 't' when next == 'h':
                case 'd' when next is 't' or ' ':
                    Add('t');
                    if (next != ' ') place++;
                    break;
                case 'x':
                    Add('k');
                    Add('s');
                    break;
                case 'v':
                    Add('f');
                    break;
                case 'z':
                    Add('s');
                    break;
                // A vowel counts at the beginning only, where ij, ei and y are one sound, as are ou and au.
                case 'a' or 'e' or 'i' or 'o' or 'u' or 'y':
                    if (sound.Length == 0) sound.Append(Vowel(sign, next));
                    break;
                // Between vowels it is part of ij; at the beginning a sound of its own.
                case 'j' or 'h' or 'w' when sound.Length > 0:
                    break;
                default:
                    Add(sign);
                    break;
            }
        }

        return sound.ToString();

        void Add(char one)
        {
            if (sound.Length == 0 || sound[^1] != one) sound.Append(one);
        }
    }

    private static char Vowel(char sign, char next) => (sign, next) switch
    {
        ('y', _) or ('i', 'j') or ('e', 'i') or ('e', 'y') => 'y',
        ('a' or 'o', 'u') => 'o',
        _ => sign,
    };

    private static IEnumerable<string> Parts(string word)
    {
        var start = -1;
        for (var place = 0; place <= word.Length; place++)
        {
            var counts = place < word.Length && char.IsLetterOrDigit(word[place]);
            if (counts && start < 0) start = place;
            if (counts || start < 0) continue;
            yield return word[start..place];
            start = -1;
        }
    }
}

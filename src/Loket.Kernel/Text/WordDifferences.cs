namespace Loket.Kernel.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">The stretch, with the space behind it.</param>
/// <param name="IsOwn">Whether the other text lacks it.</param>
public sealed record TextPart(string Text, bool IsOwn);

/// <summary>In which words two texts differ, to lay them side by side.</summary>
public static class WordDifferences
{
    // Of longer texts each is shown whole: nobody compares those word by word, and it would cost the square of their length.
    private const int MostWords = 1_000;

    /// <summary>The stretches of both, each in its own order; joined they are the texts again.</summary>
    /// <remarks>The longest common subsequence of their words: what is in both in the same order is shared, all else is one's own.</remarks>
    public static (IReadOnlyList<TextPart> First, IReadOnlyList<TextPart> Second) Between(string first, string second)
    {
        var (left, right) = (Words(first), Words(second));
        if (left.Count > MostWords || right.Count > MostWords) return ([new TextPart(first, first != second)], [new TextPart(second, first != second)]);

        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                common[i, j] = IsSame(left[i], right[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (ours, theirs) = (new List<TextPart>(), new List<TextPart>());
        for (var (i, j) = (0, 0); i < left.Count || j < right.Count;)
        {
            if (i < left.Count && j < right.Count && IsSame(left[i], right[j]))
            {
                Add(ours, left[i++], isOwn: false);
                Add(theirs, right[j++], isOwn: false);
            }
            else if (j == right.Count || (i < left.Count && common[i + 1, j] >= common[i, j + 1])) Add(ours, left[i++], isOwn: true);
            else Add(theirs, right[j++], isOwn: true);
        }

        return (ours, theirs);
    }

    private static bool IsSame(string left, string right) => left.AsSpan().TrimEnd().SequenceEqual(right.AsSpan().TrimEnd());

    private static void Add(List<TextPart> parts, string word, bool isOwn)
    {
        if (parts is [.., var last] && last.IsOwn == isOwn) parts[^1] = last with { Text = last.Text + word };
        else parts.Add(new TextPart(word, isOwn));
    }

    // Each with the space behind it; space at the beginning is a word by itself.
    private static List<string> Words(string text)
    {
        var (words, start) = (new List<string>(), 0);
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !(char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]))) continue;
            words.Add(text[start..at]);
            start = at;
        }

        return words;
    }
}

using Loket.Kernel.Text;

namespace Loket.Contacts;

/// <summary>By what a customer is found: each word of the name, how it sounds, and the postal address. What it is shows in its first sign.</summary>
public static class FindingWords
{
    private const char Sound = '~';
    private const char Address = '@';

    /// <summary>All by which somebody with this name and postal address is found.</summary>
    public static IReadOnlyList<string> Of(string? name, string? address)
    {
        var words = NameWords.Of(name);
        return [.. words.Concat(words.Select(OfSound).OfType<string>()).Concat(OfAddress(address)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>As a word of a name is kept by its sound; null for one that says too little.</summary>
    public static string? OfSound(string word) => NameWords.SoundOf(word) is { Length: > 1 } sound ? Sound + sound : null;

    /// <summary>As an address that was typed is looked up: its street and number, or its postcode with the number; begins what is kept.</summary>
    public static string? Typed(string typed)
    {
        if (Fold.Of(typed) is not { Length: > 2 } folded || !folded.Any(char.IsAsciiDigit)) return null;
        var compact = folded.Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length >= 6 && Postcode.Read(compact[..6]) is { Succeeded: true } postcode) return Cut($"{Address}{Fold.Of(postcode.Value.Compact)} {compact[6..]}".TrimEnd());
        return char.IsAsciiLetter(folded[0]) ? Cut(Address + folded) : null;
    }

    // The first line is street and number, whatever follows; with the postcode of another line it is found by that too.
    private static IEnumerable<string> OfAddress(string? address)
    {
        var lines = (address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || Fold.Of(lines[0]) is not { Length: > 0 } street) yield break;
        yield return Cut(Address + street);
        var number = street.Split(' ')[^1];
        foreach (var line in lines.Skip(1))
        {
            var compact = line.Replace(" ", "", StringComparison.Ordinal);
            if (compact.Length >= 6 && Postcode.Read(compact[..6]) is { Succeeded: true } postcode)
                yield return Cut($"{Address}{Fold.Of(postcode.Value.Compact)} {(char.IsAsciiDigit(number[0]) ? number : "")}".TrimEnd());
        }
    }

    private static string Cut(string word) => word.Length > CustomerWord.Longest ? word[..CustomerWord.Longest] : word;
}

using Loket.Kernel.Text;

namespace Loket.Contacts;

/// <summary>By what a customer is found: each word of the name, how it sounds, and the postal address. What it is shows in its first sign.</summary>
public static class FindingWords
{
    private const char Sound = '~';
    private const char Address = '@';
    private const int LongestAddition = 4;

    /// <summary>All by which somebody with this name and postal address is found.</summary>
    public static IReadOnlyList<string> Of(string? name, string? address)
    {
        var words = NameWords.Of(name);
        return [.. words.Concat(words.Select(OfSound).OfType<string>()).Concat(OfAddress(address)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether it is kept by its sound, which is looked up as a whole.</summary>
    public static bool IsSound(string word) => word[0] == Sound;

    /// <summary>As a word of a name is kept by its sound; null for one that says too little.</summary>
    public static string? OfSound(string word) => NameWords.SoundOf(word) is { Length: > 1 } sound ? Sound + sound : null;

    /// <summary>As an address that was typed is looked up: its street and number, or its postcode with the number; begins what is kept.</summary>
    public static string? Typed(string typed)
    {
        if (Fold.Of(typed.Split(',')[0]) is not { Length: > 2 } folded || !folded.Any(char.IsAsciiDigit)) return null;
        var compact = folded.Replace(" ", "", StringComparison.Ordinal);
        if (compact.Length >= 6 && Postcode.Read(compact[..6]) is { Succeeded: true } postcode) return Cut($"{Address}{Fold.Of(postcode.Value.Compact)} {compact[6..]}".TrimEnd());
        return folded.Any(char.IsAsciiLetter) && StreetAndNumber(folded) is var (street, number) ? Cut($"{Address}{street} {number}".TrimEnd()) : null;
    }

    /// <summary>By which the house at an address is found; none for what tells no house, such as a village.</summary>
    public static IReadOnlyList<string> OfHouse(string? address) => address is not null && address.Any(char.IsAsciiDigit) ? [.. OfAddress(address)] : [];

    /// <summary>Whether two addresses are those of one house: of the same postcode and number, or, where one has no postcode, of the same street and number.</summary>
    public static bool IsSameHouse(string one, string other)
    {
        var (left, right) = (OfHouse(one), OfHouse(other));
        if (left.Count == 0 || right.Count == 0) return false;
        return left.Count > 1 && right.Count > 1 ? left.Skip(1).Intersect(right.Skip(1), StringComparer.Ordinal).Any() : left[0] == right[0];
    }

    // The first line is street and number, whatever follows; with the postcode of another line it is found by that too.
    private static IEnumerable<string> OfAddress(string? address)
    {
        var lines = (address ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 || Fold.Of(lines[0]) is not { Length: > 0 } first) yield break;
        var (street, number) = StreetAndNumber(first);
        yield return Cut($"{Address}{street} {number}".TrimEnd());
        foreach (var line in lines.Skip(1))
        {
            var compact = line.Replace(" ", "", StringComparison.Ordinal);
            if (compact.Length >= 6 && Postcode.Read(compact[..6]) is { Succeeded: true } postcode)
                yield return Cut($"{Address}{Fold.Of(postcode.Value.Compact)} {number}".TrimEnd());
        }
    }

    // The number is what begins with a digit after the first word, with its letter and addition: "12 a" and "12a" are one number. What is longer is a town.
    private static (string Street, string Number) StreetAndNumber(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, Math.Min(1, words.Length), word => char.IsAsciiDigit(word[0]));
        return at < 0 ? (folded, "") : (string.Join(' ', words[..at]), string.Concat(words[at..].TakeWhile((word, place) => place == 0 || word.Length <= LongestAddition)));
    }

    private static string Cut(string word) => word.Length > CustomerWord.Longest ? word[..CustomerWord.Longest] : word;
}

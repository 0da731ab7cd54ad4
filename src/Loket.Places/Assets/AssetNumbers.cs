using System.Text.RegularExpressions;
using Loket.Kernel.Text;

namespace Loket.Places;

/// <summary>What may be the number of an object in what somebody wrote.</summary>
/// <param name="Key">Letters and digits only: "118042".</param>
/// <param name="Kind">The kind that was named with it, if any.</param>
public readonly record struct AssetNumber(string Key, AssetKind? Kind);

/// <summary>Finds what may be numbers of objects in free text: "lamp 118-042 brandt niet". Whether there is such an object, only the register knows.</summary>
/// <remarks>Believed: any number right behind a word such as lamp, container or "nummer"; else two groups as 118-042 or 118 042, a letter with digits as C118-01, or five to eight digits.
/// Not believed: postcodes, telephone numbers, dates, times, and amounts, unless such a word stands before them.</remarks>
public static partial class AssetNumbers
{
    /// <summary>So many are found at most.</summary>
    public const int Most = 10;

    // What a person writes about is in the beginning; the bound keeps a text of 100,000 characters cheap.
    private const int LookedAt = 4_000;

    /// <summary>The candidates: those behind a word for an object first, then in the order of the text.</summary>
    public static IReadOnlyList<AssetNumber> In(string? text)
    {
        var folded = Fold.Of(text);
        if (folded.Length > LookedAt) folded = folded[..LookedAt];
        var named = Named().Matches(folded).Select(match => new AssetNumber(
            CompactText.OfFolded(match.Groups["number"].Value), AssetWords.KindOf(match.Groups["word"].Value)));
        var bare = Bare().Matches(Other().Replace(folded, "|")).Select(match => new AssetNumber(CompactText.OfFolded(match.Value), null));
        return [.. named.Concat(bare).DistinctBy(number => number.Key, StringComparer.Ordinal).Take(Most)];
    }

    // Four digits behind a space are more likely a postcode.
    [GeneratedRegex(
        @"(?<!\p{L})(?<word>\p{L}*(?:lamp|lampen|lantaarn|lantaarnpaal|lichtmast|mast|paal|post|container|bak|boom|bank|bankje|bin|tree|bench)|nummer|number|nr|no|object)(?:[ ]?(?:met|with))?(?:[ ]?(?:nummer|number|nr|no))?[ .:#]{0,3}(?<number>[a-z]?[0-9]{1,6}(?:[-./ ]?[0-9]{2,3}(?![0-9])|[-./][0-9]{4}(?![0-9]))?)(?![\p{L}0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    // In this order: postcode, date, time, amount, telephone number.
    [GeneratedRegex(
        @"(?<![\p{L}0-9])(?:[1-9][0-9]{3} ?[a-z]{2}(?![\p{L}0-9])|[0-3]?[0-9][-./][01]?[0-9][-./](?:20)?[0-9]{2}(?![0-9])|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]|[0-2]?[0-9][.:][0-5][0-9](?![0-9])|€ ?[0-9.,]+|(?:\+|00)31[ -]?(?:[0-9][ -]?){9}|0(?:[0-9][ -]?){9})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(
        @"(?<![\p{L}0-9][-./]?)(?:[a-z]?[1-9][0-9]{1,4}[-./][0-9]{2,4}|[a-z][1-9][0-9]{3,6}|[1-9][0-9]{2} [0-9]{3}|[1-9][0-9]{4,7})(?![\p{L}0-9]|[-./][0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bare();
}

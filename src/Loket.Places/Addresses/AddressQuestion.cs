using System.Globalization;
using System.Text.RegularExpressions;
using Loket.Kernel.Text;

namespace Loket.Places;

/// <summary>What somebody types to find an address, taken apart: "dorpsstr 12a zwan", "1171ab 12", "nieuwe meerdijk".</summary>
/// <param name="StreetKey">Beginning of the street, for comparison; may be empty.</param>
/// <param name="Number">Beginning of the house number.</param>
/// <param name="Suffix">Letter and addition together, capitals; may be empty.</param>
/// <param name="TownKey">Beginning of the town; may be empty.</param>
/// <param name="Postcode">A whole postcode without a space.</param>
internal sealed partial record AddressQuestion(string StreetKey, int? Number, string Suffix, string TownKey, string? Postcode)
{
    private const int Longest = 200;

    /// <summary>Whether it names a house: only then is it worth asking which.</summary>
    public bool NamesHouse => Number is not null;

    /// <summary>Whether a card is exactly what was typed; a beginning of something is not enough.</summary>
    public bool IsExactly(AddressCard card) =>
        (Number is null || card.Number == Number) && Suffix == $"{card.Letter}{card.Addition}"
        && (Postcode is not null || CompactText.Of(card.Street) == StreetKey || CompactText.Of(card.Street + card.Town) == StreetKey);

    public static AddressQuestion Read(string? typed)
    {
        var text = Fold.Of(typed);
        if (text.Length > Longest) text = text[..Longest];

        string? postcode = null;
        if (PostcodeIn().Match(text) is { Success: true } code && Kernel.Text.Postcode.Read(code.Value) is { Succeeded: true } read)
        {
            postcode = read.Value.Compact;
            text = text.Remove(code.Index, code.Length).Insert(code.Index, " ");
        }

        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var (head, tail) = comma < 0 ? (text.Trim(), "") : (text[..comma].Trim(), text[(comma + 1)..]);
        var match = (postcode is null ? StreetAndNumber() : NumberPerhapsAfterStreet()).Match(head);
        if (!match.Success) return new AddressQuestion(CompactText.OfFolded(head), null, "", CompactText.OfFolded(tail), postcode);
        return new AddressQuestion(
            CompactText.OfFolded(match.Groups["street"].Value),
            int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            CompactText.OfFolded(match.Groups["suffix"].Value).ToUpperInvariant(),
            CompactText.OfFolded(match.Groups["town"].Value + tail),
            postcode);
    }

    private const string NumberAndRest =
        @"(?<number>[1-9][0-9]{0,4})(?![0-9])(?<suffix>[-./]?[\p{L}0-9]+(?:[-./ ]+(?:[0-9]+|\p{L})(?![\p{L}0-9]))?|[ ]+(?:\p{L}|[0-9]+|bis|hs|rd)(?![\p{L}0-9])(?:[-./ ]*[0-9]+)?)?(?<town>.*)$";

    [GeneratedRegex(@"(?<![\p{L}0-9])[1-9][0-9]{3} ?[a-z]{2}(?![\p{L}0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PostcodeIn();

    [GeneratedRegex(@"^(?<street>.*?\p{L}[^ ]*)[ ]+" + NumberAndRest, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StreetAndNumber();

    [GeneratedRegex(@"^(?:(?<street>.*?\p{L}[^ ]*)[ ]+)?" + NumberAndRest, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberPerhapsAfterStreet();
}

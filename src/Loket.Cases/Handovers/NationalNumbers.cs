using System.Text.RegularExpressions;

namespace Loket.Cases.Handovers;

/// <summary>Takes citizens' national numbers out of what goes to a partner: it goes to nobody, whatever the sharing rule says.</summary>
/// <remarks>Nine digits, also in groups, that pass the eleven test of the citizen service number (weights 9 to 2, and -1 for the last).</remarks>
public static partial class NationalNumbers
{
    /// <summary>The text with a row of dots where a number stood.</summary>
    public static string? Hide(string? text) => text is null ? null : Digits().Replace(text, found => IsOne(found.Value) ? "•••••••••" : found.Value);

    private static bool IsOne(string found)
    {
        var (sum, place) = (0, 0);
        foreach (var digit in found.Where(char.IsAsciiDigit))
        {
            sum += (digit - '0') * (place == 8 ? -1 : 9 - place);
            place++;
        }

        return sum % 11 == 0;
    }

    [GeneratedRegex(@"(?<![\d+])\d(?:[ .-]?\d){8}(?![\d])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Digits();
}

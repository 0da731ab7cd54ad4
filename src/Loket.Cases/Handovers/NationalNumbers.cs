using System.Text.RegularExpressions;
using Loket.Kernel.Text;

namespace Loket.Cases.Handovers;

/// <summary>Takes citizens' national numbers out of what goes to a partner: it goes to nobody, whatever the sharing rule says.</summary>
/// <remarks>Nine digits, or eight where the zero before them was left out, also in groups with signs or spaces between them, that pass the eleven test of the
/// citizen service number (<see cref="NationalNumber"/>). Part of a telephone number is none. One other number in eleven is taken for one:
/// better a number too many than one that goes out.</remarks>
public static partial class NationalNumbers
{
    /// <summary>The text with a row of dots where a number stood.</summary>
    public static string? Hide(string? text)
    {
        if (text is null || text.Count(char.IsAsciiDigit) < NationalNumber.Length - 1) return text;
        var groups = Groups().Matches(text);
        var (hidden, from) = (new System.Text.StringBuilder(), 0);
        for (var first = 0; first < groups.Count; first++)
        {
            if (Last(text, groups, first) is not { } last) continue;
            hidden.Append(text, from, groups[first].Index - from).Append(NationalNumber.Dots);
            from = EndOf(groups[last]);
            first = last;
        }

        return from == 0 ? text : hidden.Append(text, from, text.Length - from).ToString();
    }

    // Where the number ends that begins with this group; null when none does.
    private static int? Last(string text, MatchCollection groups, int first)
    {
        if (IsTelephone(text, groups, first)) return null;
        var digits = "";
        for (var last = first; last < groups.Count && digits.Length < NationalNumber.Length; last++)
        {
            if (last > first && !AreTogether(text, groups, last - 1)) return null;
            digits += groups[last].Value;
            if (digits.Length == NationalNumber.Length && NationalNumber.Passes(digits)) return last;
            if (digits.Length == NationalNumber.Length - 1 && StandsAlone(text, groups, first, last) && !IsDay(groups, first, last) && NationalNumber.Passes("0" + digits)) return last;
        }

        return null;
    }

    // "+31 6…", "0031 6…" and "(0)6…": what follows the number of a country or the zero of a trunk.
    private static bool IsTelephone(string text, MatchCollection groups, int first)
    {
        var start = groups[first].Index;
        if (start > 0 && text[start - 1] == '+') return true;
        if (first == 0 || !AreTogether(text, groups, first - 1)) return false;
        var before = groups[first - 1];
        return before.Value is "0" || (before.Length <= 5 && before.Value.StartsWith("00", StringComparison.Ordinal))
            || (before.Length <= 3 && before.Index > 0 && text[before.Index - 1] == '+');
    }

    private static bool StandsAlone(string text, MatchCollection groups, int first, int last) =>
        (first == 0 || !AreTogether(text, groups, first - 1)) && (last == groups.Count - 1 || !AreTogether(text, groups, last));

    // 23-11-2026 and 2026-11-23.
    private static bool IsDay(MatchCollection groups, int first, int last) =>
        last - first == 2 && groups[first + 1].Length == 2 && groups[first].Length is 2 or 4;

    private static bool AreTogether(string text, MatchCollection groups, int first)
    {
        var (from, to) = (EndOf(groups[first]), groups[first + 1].Index);
        return Between().IsMatch(text[from..to]);
    }

    private static int EndOf(Match group) => group.Index + group.Length;

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Groups();

    // At most three signs that people put between the parts of a number, on one line; space of any width, none included.
    [GeneratedRegex(@"^[\p{Zs}\t\u200B-\u200D\u2060.\-\u2010-\u2015/\\_'’•·()]{1,3}$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Between();
}

using System.Globalization;
using System.Text;

namespace Loket.Kernel.Text;

/// <summary>Takes out of text from outside what no person means to type and what breaks storage, search or the screen.</summary>
/// <remarks>
/// Removed: null bytes and other control characters, halves of surrogate pairs, code points that are no characters, byte order marks,
/// and the controls that override or isolate writing direction (they make "txt.exe" read as "exe.txt"; the marks that right-to-left text needs stay).
/// Accents are put in composed form (NFC), so that equal words are equal. Emoji and every script stay.
/// </remarks>
public static class CleanText
{
    /// <summary>One line: line breaks and tabs become spaces, the ends are trimmed.</summary>
    /// <param name="text">As it came in; nothing is the same as empty.</param>
    /// <param name="maximum">Characters (code points) at most, counted after cleaning.</param>
    /// <returns>The line, maybe empty; or the failure <c>text.too-long</c> with the maximum and the real length.</returns>
    public static Result<string> Line(string? text, int maximum) => Limited(Clean(text, keepLines: false).Trim(), maximum);

    /// <summary>Several lines: line breaks become one kind (line feed), tabs stay, spaces at the ends go.</summary>
    /// <inheritdoc cref="Line"/>
    public static Result<string> Lines(string? text, int maximum) => Limited(Clean(text, keepLines: true).Trim(), maximum);

    /// <summary>The text without what Unicode normalisation refuses: halves of surrogate pairs and code points that are no characters.</summary>
    internal static string Normalisable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune) && !IsNoCharacter(rune.Value)) i += rune.Utf16SequenceLength - 1;
            else return string.Concat(text.EnumerateRunes().Where(each => each != Rune.ReplacementChar && !IsNoCharacter(each.Value)));
        }

        return text;
    }

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                var lineFeedFollows = rune.Value == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
                if (IsLineBreak(rune.Value)) clean.Append(lineFeedFollows ? "" : keepLines ? "\n" : " ");
                else if (rune.Value == '\t') clean.Append(keepLines ? '\t' : ' ');
                else if (!IsUnwanted(rune)) clean.Append(rune);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                i++;
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static Result<string> Limited(string text, int maximum)
    {
        // No text has more code points than it has chars, so most need no counting.
        if (text.Length <= maximum) return text;
        var length = text.EnumerateRunes().Count();
        return length <= maximum ? text : new Failure("text.too-long").With(maximum, length);
    }

    private static bool IsLineBreak(int value) => value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF
        || IsNoCharacter(rune.Value);

    private static bool IsNoCharacter(int value) => value is >= 0xFDD0 and <= 0xFDEF || (value & 0xFFFE) == 0xFFFE;
}

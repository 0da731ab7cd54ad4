using System.Globalization;
using System.Text;

namespace Loket.Kernel.Text;

/// <summary>Text as it is compared and sorted: no case, no accents, one kind of space, dash and apostrophe.</summary>
/// <remarks>For columns beside the text, never shown. The same on every machine and database: no culture plays a part. Folding twice is folding once.</remarks>
public static class Fold
{
    /// <summary>The folded text; nothing is the same as empty.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";

        var folded = new StringBuilder(text.Length);
        var spaceWaits = false;
        foreach (var rune in CleanText.Normalisable(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                spaceWaits = folded.Length > 0;
                continue;
            }

            if (IsLeftOut(rune)) continue;
            if (spaceWaits) folded.Append(' ');
            spaceWaits = false;
            Append(folded, Rune.ToLowerInvariant(rune));
        }

        return folded.ToString();
    }

    private static bool IsLeftOut(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Control or UnicodeCategory.Format;

    // What Unicode does not take apart: letters of their own elsewhere, but typed without their stroke or ligature here.
    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'þ': folded.Append("th"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ħ': folded.Append('h'); break;
            case 'ŧ': folded.Append('t'); break;
            case 'ı': folded.Append('i'); break;
            case '‘' or '’' or '`' or 'ʼ' or 'ʹ' or '´': folded.Append('\''); break;
            case >= 0x2010 and <= 0x2015 or 0x2212: folded.Append('-'); break;
            default: folded.Append(rune); break;
        }
    }
}

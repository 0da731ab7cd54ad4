using System.Globalization;
using System.Text;

namespace Loket.Documents.Receiving;

/// <summary>The name under which a file is kept and offered: as it was, without what could mislead or do harm.</summary>
internal static class FileName
{
    private const int Longest = 120;
    private const string Forbidden = "\\/:*?\"<>|;%";

    /// <summary>Without folders, control characters and marks that turn the writing direction; with the extension of what it is.</summary>
    public static string Clean(string? given, FileKind kind)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            if (Rune.IsWhiteSpace(rune)) clean.Append(' ');
            else if (rune.IsAscii && Forbidden.Contains((char)rune.Value)) clean.Append('-');
            else clean.Append(rune);
        }

        var stem = Path.GetFileNameWithoutExtension(clean.ToString().Normalize(NormalizationForm.FormC)).Trim(' ', '.', '-');
        if (stem.Length > Longest) stem = stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
        return (stem.Length == 0 ? kind.IsPicture() ? "foto" : "document" : stem) + kind.Extension();
    }
}

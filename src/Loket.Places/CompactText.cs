using System.Text;
using Loket.Kernel.Text;

namespace Loket.Places;

/// <summary>A name as it is compared here: folded, letters and digits only, so that "nieuw vennep" is "Nieuw-Vennep" and "118 042" is "118-042".</summary>
internal static class CompactText
{
    public static string Of(string? text) => OfFolded(Fold.Of(text));

    public static string OfFolded(string folded)
    {
        var compact = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) compact.Append(rune);
        }

        return compact.ToString();
    }

    /// <summary>The folded words, without dashes, points and the like.</summary>
    public static string[] Words(string? text) => [.. Fold.Of(text)
        .Split([' ', '-', '/', '.', ',', ';', ':', '(', ')', '!', '?', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Select(OfFolded).Where(word => word.Length > 0)];
}

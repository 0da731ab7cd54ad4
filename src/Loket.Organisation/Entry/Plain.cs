using System.Globalization;
using System.Text;

namespace Loket.Organisation.Entry;

/// <summary>Words as they are compared: small letters without accents.</summary>
internal static class Plain
{
    /// <summary>"Ayşe Öztürk" becomes "ayse ozturk".</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant().Replace('ı', 'i').Replace('ł', 'l').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark) plain.Append(sign);
        }

        return plain.ToString();
    }
}

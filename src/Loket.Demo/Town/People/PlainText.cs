using System.Globalization;
using System.Text;

namespace Loket.Demo.Town;

/// <summary>Names as they stand in sign-in names and e-mail addresses.</summary>
internal static class PlainText
{
    /// <summary>"Ayşe Öztürk" becomes "ayse.ozturk"; only a-z, digits and single points remain.</summary>
    public static string Dotted(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var sign in name.Replace('ı', 'i').Replace('ł', 'l').Replace('Ł', 'l').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(sign)) plain.Append(char.ToLowerInvariant(sign));
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '.') plain.Append('.');
        }

        return plain.ToString().TrimEnd('.');
    }
}

using System.Security.Cryptography;

namespace Loket.Organisation.Accounts;

/// <summary>A secret that is read from paper or said on the phone: twelve symbols in three groups, without look-alikes; some 51 bits.</summary>
internal static class ReadableCode
{
    private const string Symbols = "23456789CFJKMPQRWXY";
    private const int Length = 12;

    public static string Draw()
    {
        var symbols = RandomNumberGenerator.GetString(Symbols, Length);
        return $"{symbols[..4]}-{symbols[4..8]}-{symbols[8..]}";
    }

    /// <summary>As it is compared: capitals without spaces and hyphens; empty when it cannot be one.</summary>
    public static string Fold(string? typed)
    {
        if (typed is null || typed.Length > 60) return "";
        var folded = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign) && sign != '-')).ToUpperInvariant();
        return folded.Length == Length && folded.All(sign => Symbols.Contains(sign, StringComparison.Ordinal)) ? folded : "";
    }
}

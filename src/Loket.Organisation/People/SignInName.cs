using Loket.Kernel;

namespace Loket.Organisation.People;

/// <summary>The name with which somebody signs in.</summary>
internal static class SignInName
{
    /// <summary>Small letters, digits, point, hyphen, underscore, plus and at sign; 2 to 100 of them.</summary>
    public static Result<string> Read(string? typed, string field)
    {
        var name = Fold(typed);
        var isName = name.Length is >= 2 and <= 100 && name.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || ".-_+@".Contains(sign, StringComparison.Ordinal));
        return isName ? name : OrganisationFailures.NoSignInName.At(field);
    }

    /// <summary>As it is compared: without spaces around it, in small letters.</summary>
    public static string Fold(string? typed) => (typed ?? "").Trim().ToLowerInvariant();
}

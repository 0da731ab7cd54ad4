using Loket.Kernel;
using Loket.Kernel.Text;

namespace Loket.Organisation.Entry;

/// <summary>Checks one line that somebody typed; cleaned first.</summary>
internal static class Line
{
    /// <summary>A line that must say something.</summary>
    public static Result<string> Required(string? typed, string field, int most)
    {
        var line = Clean(typed);
        if (line.Length == 0) return OrganisationFailures.Required.At(field);
        return line.Length > most ? OrganisationFailures.TooLong.At(field).With(most) : line;
    }

    /// <summary>A line that may stay empty; empty when it does.</summary>
    public static Result<string> Optional(string? typed, string field, int most)
    {
        var line = Clean(typed);
        return line.Length > most ? OrganisationFailures.TooLong.At(field).With(most) : line;
    }

    /// <summary>An e-mail address, or empty.</summary>
    public static Result<string> Email(string? typed, string field)
    {
        var line = Clean(typed);
        if (line.Length == 0) return line;
        return NormalisedEmail.Read(line).Succeeded ? line : OrganisationFailures.NoEmail.At(field);
    }

    /// <summary>A telephone number as people write it, internal ones included; or empty.</summary>
    public static Result<string> Phone(string? typed, string field)
    {
        var line = Clean(typed);
        if (line.Length == 0) return line;
        var isNumber = line.Length <= 30 && line.Count(char.IsAsciiDigit) is >= 3 and <= 15
            && line.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '+' or '-' or '(' or ')');
        return isNumber ? line : OrganisationFailures.NoPhone.At(field);
    }

    /// <summary>A web address with https; or empty.</summary>
    public static Result<string> Https(string? typed, string field)
    {
        var line = Clean(typed);
        if (line.Length == 0) return line;
        var isAddress = line.Length <= 500 && Uri.TryCreate(line, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
        return isAddress ? line : OrganisationFailures.NoWebAddress.At(field);
    }

    /// <summary>A technical key: small letters, digits and hyphens.</summary>
    public static Result<string> Key(string? typed, string field)
    {
        var line = Clean(typed).ToLowerInvariant();
        var isKey = line.Length is >= 2 and <= 60 && line.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
        return isKey ? line : OrganisationFailures.NoKey.At(field);
    }

    /// <summary>Words or keys, each once, empty ones left out.</summary>
    public static Result<IReadOnlyList<string>> Several(IEnumerable<string>? typed, string field, int mostEach, int mostTogether)
    {
        List<string> lines = [.. (typed ?? []).Select(Clean).Where(line => line.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (lines.Count > mostTogether) return OrganisationFailures.TooMany.At(field).With(mostTogether);
        return lines.Any(line => line.Length > mostEach) ? OrganisationFailures.TooLong.At(field).With(mostEach) : lines;
    }

    // Longer than any limit here counts as too long, so the maximum of the cleaning itself never plays a part.
    private static string Clean(string? typed) => CleanText.Line(typed, int.MaxValue).Value;
}

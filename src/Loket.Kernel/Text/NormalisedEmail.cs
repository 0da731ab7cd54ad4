using System.Globalization;
using System.Text;

namespace Loket.Kernel.Text;

/// <summary>An e-mail address as it is written to, and as it is compared.</summary>
public readonly record struct NormalisedEmail
{
    private const int Longest = 254;        // RFC 5321, with the two angle brackets taken off
    private const int LongestLocal = 64;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private NormalisedEmail(string address, string key)
    {
        Address = address;
        Key = key;
    }

    /// <summary>As it was typed, trimmed: what is sent to.</summary>
    public string Address { get; }

    /// <summary>Lower case, the domain in ASCII: two addresses with one key are one mailbox, as every provider of note has it.</summary>
    public string Key { get; }

    /// <summary>Reads what a person typed. Quoted names and addresses without a dotted domain are not taken: at a counter they are slips.</summary>
    /// <returns>The address, or the failure <c>email.invalid</c>.</returns>
    public static Result<NormalisedEmail> Read(string? typed)
    {
        var address = CleanText.Normalisable(typed?.Trim() ?? "").Normalize(NormalizationForm.FormC);
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestLocal || address.Length > Longest || !IsLocal(address.AsSpan(0, at)) || Domain(address[(at + 1)..]) is not { } domain)
        {
            return new Failure("email.invalid");
        }

        return new NormalisedEmail(address, $"{address[..at].ToLowerInvariant()}@{domain}");
    }

    /// <inheritdoc/>
    public override string ToString() => Address;

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        if (local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal)) return false;
        foreach (var character in local)
        {
            if (!char.IsLetterOrDigit(character) && !".!#$%&'*+-/=?^_`{|}~".Contains(character)) return false;
        }

        return true;
    }

    private static string? Domain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain).ToLowerInvariant();
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(label => label.Length is > 0 and < 64) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)   // the framework's way to say that it is no domain name
        {
            return null;
        }
    }
}

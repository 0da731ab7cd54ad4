using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loket.Storage.Tenancy;

namespace Loket.Messages.Templates;

/// <summary>Values that open something: codes, PINs, signed links. They stand in no stored text; a mark stands there, and the value itself lies
/// sealed beside it until the message has gone.</summary>
internal static partial class Secrets
{
    /// <summary>What stands where something may not be read.</summary>
    public const string Dots = "••••••";

    private const string Purpose = "message-secrets";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The fields that are secret in every text.</summary>
    public static bool Is(string field) => field is "code" or "pin" or "signed_link";

    public static string Mark(string field) => $"\uE001{field}\uE002";

    /// <summary>The secret fields that stand in these texts.</summary>
    public static IReadOnlyList<string> In(params IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Marks().Matches(text)).Select(mark => mark.Groups["field"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether an address consists of a secret link.</summary>
    public static bool IsLinkMark(string address) => address == Mark("signed_link");

    /// <summary>The text with its secrets in it, for sending.</summary>
    public static string Reveal(string text, IReadOnlyDictionary<string, string> secrets) =>
        Marks().Replace(text, mark => secrets.GetValueOrDefault(mark.Groups["field"].Value) ?? Dots);

    /// <summary>The text with dots for its secrets, for reading.</summary>
    public static string Hide(string text) => Marks().Replace(text, Dots);

    /// <summary>AES-GCM under the tenant's own key, which stands outside the database.</summary>
    public static byte[]? Seal(IReadOnlyDictionary<string, string> values, TenantKeys keys)
    {
        var secrets = values.Where(value => Is(value.Key)).ToDictionary();
        if (secrets.Count == 0) return null;
        var plain = JsonSerializer.SerializeToUtf8Bytes(secrets);
        var box = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(keys.For(Purpose), TagSize);
        aes.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize));
        return box;
    }

    public static IReadOnlyDictionary<string, string> Open(byte[]? box, TenantKeys keys)
    {
        if (box is null) return new Dictionary<string, string>(StringComparer.Ordinal);
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keys.For(Purpose), TagSize);
        aes.Decrypt(box.AsSpan(0, NonceSize), box.AsSpan(NonceSize + TagSize), box.AsSpan(NonceSize, TagSize), plain);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(plain)!;
    }

    [GeneratedRegex("\uE001(?<field>[a-z_]+)\uE002", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}

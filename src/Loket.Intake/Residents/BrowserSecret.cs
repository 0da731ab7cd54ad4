using System.Buffers.Text;
using System.Security.Cryptography;

namespace Loket.Intake.Residents;

/// <summary>A secret of 32 random bytes that a browser carries; kept here as its digest only.</summary>
/// <param name="Text">For the browser, base64url.</param>
/// <param name="Hash">For the table. A fast digest is enough for a random secret.</param>
internal readonly record struct BrowserSecret(string Text, byte[] Hash)
{
    private const int Bytes = 32;

    public static BrowserSecret Draw()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return new BrowserSecret(Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <summary>The digest of what a browser sent; null when it cannot be one of ours.</summary>
    public static byte[]? HashOf(string? text)
    {
        if (text is null || text.Length > 60 || !Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        return SHA256.HashData(Base64Url.DecodeFromChars(text));
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;

namespace Loket.Kernel;

/// <summary>A secret of 32 random bytes that a browser or program carries; kept here as its digest only.</summary>
/// <param name="Text">For the browser, base64url.</param>
/// <param name="Hash">For the table. A fast digest is enough for a random secret.</param>
public readonly record struct Token(string Text, byte[] Hash)
{
    private const int Bytes = 32;

    /// <summary>A fresh one.</summary>
    public static Token Draw()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return new Token(Base64Url.EncodeToString(bytes), SHA256.HashData(bytes));
    }

    /// <summary>The digest of what a browser sent; null when it cannot be one of ours.</summary>
    public static byte[]? HashOf(string? text)
    {
        if (text is null || text.Length > 60 || !Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        return SHA256.HashData(Base64Url.DecodeFromChars(text));
    }
}

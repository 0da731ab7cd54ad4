using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Loket.Kernel.References;

/// <summary>What a stored code opens; a code for one thing never opens the other.</summary>
public enum CodePurpose
{
    /// <summary>The PIN that goes with a reference.</summary>
    Pin = 1,

    /// <summary>A code sent for one use.</summary>
    OneTimeCode = 2,
}

/// <summary>Keeps six-digit codes as salted hashes and checks them in fixed time.</summary>
/// <remarks>
/// HMAC-SHA-256 under a key that lives outside the database. A slow hash would not help: a million codes are tried in minutes whatever the rounds,
/// while without the key a stolen database tells nothing. The hash is bound to purpose and subject, so that it cannot be moved to another row.
/// </remarks>
public sealed class CodeHash
{
    private const int SaltBytes = 16;
    private const int MacBytes = HMACSHA256.HashSizeInBytes;
    private readonly byte[] _key;

    /// <param name="key">At least 32 random bytes.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public CodeHash(ReadOnlySpan<byte> key)
    {
        if (key.Length < MacBytes) throw new ArgumentException("The key needs at least 32 bytes.", nameof(key));
        _key = key.ToArray();
    }

    /// <summary>The text to store: salt and hash in base64url, 64 characters.</summary>
    /// <param name="code">The code.</param>
    /// <param name="purpose">What it opens.</param>
    /// <param name="subject">Whose it is, such as the reference.</param>
    public string Of(SixDigitCode code, CodePurpose purpose, string subject)
    {
        Span<byte> stored = stackalloc byte[SaltBytes + MacBytes];
        RandomNumberGenerator.Fill(stored[..SaltBytes]);
        Mac(stored[..SaltBytes], code, purpose, subject, stored[SaltBytes..]);
        return Base64Url.EncodeToString(stored);
    }

    /// <summary>Whether this is the code that was stored; text that is no hash matches nothing.</summary>
    public bool Matches(SixDigitCode code, CodePurpose purpose, string subject, string stored)
    {
        Span<byte> bytes = stackalloc byte[SaltBytes + MacBytes];
        if (!Base64Url.IsValid(stored, out var length) || length != bytes.Length) return false;
        Base64Url.DecodeFromChars(stored, bytes);

        Span<byte> expected = stackalloc byte[MacBytes];
        Mac(bytes[..SaltBytes], code, purpose, subject, expected);
        return CryptographicOperations.FixedTimeEquals(expected, bytes[SaltBytes..]);
    }

    // Every part before the subject has a fixed length, so no two inputs are written the same.
    private void Mac(ReadOnlySpan<byte> salt, SixDigitCode code, CodePurpose purpose, string subject, Span<byte> mac) =>
        HMACSHA256.HashData(_key, [(byte)purpose, .. salt, .. Encoding.ASCII.GetBytes(code.Digits), .. Encoding.UTF8.GetBytes(subject)], mac);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Loket.Storage.Tenancy;

/// <summary>Keys of one tenant, each for one purpose, derived from a secret that stands outside the database (HKDF, RFC 5869).</summary>
public sealed class TenantKeys(byte[] secret)
{
    private const int SaltBytes = 32;
    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly byte[] secret = secret.Length >= 32
        ? secret
        : throw new ArgumentException("A tenant's secret has at least 32 bytes.", nameof(secret));

    // Purposes are few and their keys are asked for at every entry and token.
    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);

    /// <summary>The key for a purpose, 32 bytes. It is shared: nobody may change it.</summary>
    public byte[] For(string purpose) =>
        derived.GetOrAdd(purpose, static (name, from) => HKDF.DeriveKey(HashAlgorithmName.SHA256, from, 32, info: Encoding.UTF8.GetBytes(name)), secret);

    /// <summary>A keyed digest for a purpose.</summary>
    public byte[] Mac(string purpose, ReadOnlySpan<byte> data) => HMACSHA256.HashData(For(purpose), data);

    /// <summary>Encrypts for a purpose, so that a change is found out. Whoever opens it must name the same purpose.</summary>
    /// <remarks>AES-256-GCM under a key made for this one message from a random salt (HKDF), so that no nonce is ever used twice.</remarks>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain)
    {
        var box = new byte[SaltBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(box.AsSpan(0, SaltBytes));
        using var cipher = Cipher(purpose, box.AsSpan(0, SaltBytes));
        cipher.Encrypt(stackalloc byte[NonceBytes], plain, box.AsSpan(SaltBytes, plain.Length), box.AsSpan(SaltBytes + plain.Length));
        return box;
    }

    /// <summary>Decrypts what <see cref="Seal"/> made for the same purpose; null when it is anything else.</summary>
    public byte[]? Open(string purpose, ReadOnlySpan<byte> box)
    {
        var length = box.Length - SaltBytes - TagBytes;
        if (length < 0) return null;
        var plain = new byte[length];
        using var cipher = Cipher(purpose, box[..SaltBytes]);
        try
        {
            cipher.Decrypt(stackalloc byte[NonceBytes], box.Slice(SaltBytes, length), box[(SaltBytes + length)..], plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private AesGcm Cipher(string purpose, ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt, Encoding.UTF8.GetBytes("seal:" + purpose));
        return new AesGcm(key, TagBytes);
    }
}

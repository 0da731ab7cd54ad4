using System.Security.Cryptography;
using System.Text;

namespace Loket.Storage.Tenancy;

/// <summary>Keys of one tenant, each for one purpose, derived from a secret that stands outside the database (HKDF, RFC 5869).</summary>
public sealed class TenantKeys(byte[] secret)
{
    private readonly byte[] secret = secret.Length >= 32
        ? secret
        : throw new ArgumentException("A tenant's secret has at least 32 bytes.", nameof(secret));

    /// <summary>The key for a purpose, 32 bytes.</summary>
    public byte[] For(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A keyed digest for a purpose.</summary>
    public byte[] Mac(string purpose, ReadOnlySpan<byte> data) => HMACSHA256.HashData(For(purpose), data);
}

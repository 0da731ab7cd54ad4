using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Loket.Kernel;
using Loket.Storage.Tenancy;

namespace Loket.Documents;

/// <summary>A file that was checked and kept, and does not belong to anything yet. Kept for a day at least.</summary>
/// <param name="Name">Its cleaned name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">In bytes, as kept.</param>
/// <param name="Hash">SHA-256 of what is kept, hexadecimal.</param>
/// <param name="ThumbnailHash">Of the small picture, for pictures.</param>
public sealed record ReceivedFile([property: Personal("answering", "case")] string Name, FileKind Kind, long Size, string Hash, string? ThumbnailHash)
{
    private const string Purpose = "received-file";

    /// <summary>As text for a hidden field, signed: so that a form that comes back with an error need not be given its files again.</summary>
    public string ToToken(Tenant tenant)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString((byte[])[.. tenant.Keys.Mac(Purpose, body), .. body]);
    }

    /// <summary>Reads it back; a failure for what we did not give out.</summary>
    public static Result<ReceivedFile> Read(string token, Tenant tenant)
    {
        if (!Base64Url.IsValid(token)) return DocumentFailures.ReceivedGone;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SHA256.HashSizeInBytes) return DocumentFailures.ReceivedGone;
        var body = bytes.AsSpan(SHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SHA256.HashSizeInBytes), tenant.Keys.Mac(Purpose, body))) return DocumentFailures.ReceivedGone;
        return JsonSerializer.Deserialize<ReceivedFile>(body)!;
    }
}

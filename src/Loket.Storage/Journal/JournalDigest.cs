using System.Security.Cryptography;
using System.Text;

namespace Loket.Storage.Journal;

/// <summary>What of an entry is chained: SHA-256 over its fields, each preceded by its length so that none can borrow from the next.</summary>
internal static class JournalDigest
{
    public static byte[] OfPersonal(byte[] salt, string personal) => Hash(salt, Encoding.UTF8.GetBytes(personal));

    public static byte[] Of(JournalEntry entry) => Hash(
        entry.Id.Value.ToByteArray(bigEndian: true),
        BitConverter.GetBytes(entry.At.ToUnixTimeTicks() / 10),
        Encoding.UTF8.GetBytes(entry.Kind),
        Encoding.UTF8.GetBytes(entry.WhoKind.ToString()),
        entry.WhoId?.ToByteArray(bigEndian: true) ?? [],
        Encoding.UTF8.GetBytes(entry.Audience.ToString()),
        Encoding.UTF8.GetBytes(entry.Data),
        entry.PersonalDigest ?? []);

    public static byte[] Link(Tenancy.TenantKeys keys, byte[] previous, byte[] digest) =>
        keys.Mac("journal", (byte[])[.. previous, .. digest]);

    private static byte[] Hash(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Loket.Organisation;
using Loket.Organisation.Settings;
using Loket.Storage.Tenancy;

namespace Loket.Cases.Handovers;

/// <summary>The signed link by which somebody of a partner acts on one handover, without an account (row B5).</summary>
/// <remarks>Bound to the handover and the person by a keyed digest, so nothing needs to be stored and nothing can be made up. It shows with GET
/// and acts with POST, since mail scanners fetch links. After the end of the handover it shows how that went for thirty days, and nothing after that.</remarks>
public static class PartnerLinks
{
    private const string Purpose = "partner-link";
    private const int MacBytes = 16;

    /// <summary>The token of a person for a handover; null person is the partner's own mailbox.</summary>
    public static string TokenFor(TenantKeys keys, HandoverId handover, PartnerPersonId? person)
    {
        Span<byte> token = stackalloc byte[32 + MacBytes];
        handover.Value.TryWriteBytes(token, bigEndian: true, out _);
        (person?.Value ?? Guid.Empty).TryWriteBytes(token[16..], bigEndian: true, out _);
        keys.Mac(Purpose, token[..32]).AsSpan(0, MacBytes).CopyTo(token[32..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The whole link, for a message.</summary>
    internal static string AddressFor(Profile profile, TenantKeys keys, HandoverId handover, PartnerPersonId? person) =>
        profile.AddressOf($"/partner/{TokenFor(keys, handover, person)}");

    /// <summary>For whom a token is; null when it is not one of ours.</summary>
    public static (HandoverId Handover, PartnerPersonId? Person)? Read(TenantKeys keys, string? token)
    {
        Span<byte> bytes = stackalloc byte[32 + MacBytes];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length) return null;
        Base64Url.DecodeFromChars(token, bytes);
        if (!CryptographicOperations.FixedTimeEquals(keys.Mac(Purpose, bytes[..32]).AsSpan(0, MacBytes), bytes[32..])) return null;
        var person = new Guid(bytes[16..32], bigEndian: true);
        return (new HandoverId(new Guid(bytes[..16], bigEndian: true)), person == Guid.Empty ? null : new PartnerPersonId(person));
    }
}

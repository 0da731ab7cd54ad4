using System.Buffers.Text;
using System.Security.Cryptography;
using Loket.Messages;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>The signed link by which a resident sees when they are called, chooses another time, or withdraws it. It shows with GET and acts with POST, since mail scanners fetch links.</summary>
/// <remarks>Bound to the request by a keyed digest, so nothing needs to be stored and nothing can be made up. It tells neither who they are nor what it is about.</remarks>
public static class CallbackLinks
{
    private const string Purpose = "callback-link";
    private const int MacBytes = 16;

    /// <summary>The token for a request.</summary>
    public static string TokenFor(TenantKeys keys, CallbackId id)
    {
        Span<byte> token = stackalloc byte[16 + MacBytes];
        id.Value.TryWriteBytes(token, bigEndian: true, out _);
        keys.Mac(Purpose, token[..16]).AsSpan(0, MacBytes).CopyTo(token[16..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The whole link, for a message.</summary>
    internal static string AddressFor(Profile profile, TenantKeys keys, CallbackId id, string language) =>
        profile.AddressOf($"/terugbelafspraak/{TokenFor(keys, id)}", language);

    /// <summary>For which request a token is; null when it is not one of ours.</summary>
    public static CallbackId? Read(TenantKeys keys, string? token)
    {
        Span<byte> bytes = stackalloc byte[16 + MacBytes];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length) return null;
        Base64Url.DecodeFromChars(token, bytes);
        if (!CryptographicOperations.FixedTimeEquals(keys.Mac(Purpose, bytes[..16]).AsSpan(0, MacBytes), bytes[16..])) return null;
        return new CallbackId(new Guid(bytes[..16], bigEndian: true));
    }
}

/// <summary>The link of a resident, for a message that is sent again.</summary>
internal sealed class CallbackLinkMaker : ISecretMaker
{
    public string Field => "signed_link";

    public async Task<string?> Make(Work work, SentAgain message, CancellationToken cancel)
    {
        var id = new CallbackId(message.Person);
        return await work.Db.Callbacks.AnyAsync(one => one.Id == id && one.EndedAt == null, cancel)
            ? CallbackLinks.AddressFor(await Profiles.Current(work.Db, cancel), work.Tenant.Keys, id, message.Language) : null;
    }
}

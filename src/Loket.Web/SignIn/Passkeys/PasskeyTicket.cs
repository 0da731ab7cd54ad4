using System.Buffers.Text;
using System.Text.Json;
using Loket.Storage;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Web.SignIn.Passkeys;

/// <summary>What was asked of a device, sealed into the form: it comes back with the answer, and no server keeps what nobody may answer.</summary>
/// <param name="Options">As the browser was asked.</param>
/// <param name="At">When.</param>
internal sealed record PasskeyTicket(string Options, Instant At)
{
    private const int Longest = 16 * 1024;

    // As long as somebody looks for their telephone; a form that stood open longer is asked again.
    private static readonly Duration GoodFor = Duration.FromMinutes(15);

    /// <summary>Seals it for a purpose.</summary>
    public string Sealed(TenantKeys keys, string purpose) => Base64Url.EncodeToString(keys.Seal(purpose, JsonSerializer.SerializeToUtf8Bytes(this, Json.Options)));

    /// <summary>What was asked; null for anything that was not sealed for this purpose just now.</summary>
    public static string? Opened(TenantKeys keys, string purpose, string? text, Instant now)
    {
        if (text is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(text) || keys.Open(purpose, Base64Url.DecodeFromChars(text)) is not { } plain) return null;
        var ticket = JsonSerializer.Deserialize<PasskeyTicket>(plain, Json.Options)!;
        return now - ticket.At <= GoodFor ? ticket.Options : null;
    }
}

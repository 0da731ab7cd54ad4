using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Loket.Testing;

/// <summary>A passkey in memory, as a telephone holds one (WebAuthn Level 3, section 6): what a browser gives a page, without a browser.</summary>
public sealed class SoftKey : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte HoldsKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] credential = RandomNumberGenerator.GetBytes(32);
    private byte[] owner = [];

    /// <summary>How often it was used, as it says itself.</summary>
    public uint Signs { get; set; }

    /// <summary>Whether it counts how often it was used; many do not.</summary>
    public bool Counts { get; set; } = true;

    /// <summary>Whether it was opened with a finger, face or pin.</summary>
    public bool IsOpened { get; set; } = true;

    /// <summary>Makes it, for what a page asks.</summary>
    /// <param name="options">What the page asks.</param>
    /// <param name="site">The site on which the browser is.</param>
    public string Make(string options, Uri site)
    {
        using var asked = JsonDocument.Parse(options);
        owner = Base64Url.DecodeFromChars(asked.RootElement.GetProperty("user").GetProperty("id").GetString());
        var said = Said("webauthn.create", asked, site);
        byte[] data = [.. Data(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, HoldsKey), .. new byte[16], .. Short(credential.Length), .. credential, .. PublicKey()];
        var made = new CborWriter(CborConformanceMode.Ctap2Canonical);
        made.WriteStartMap(3);
        made.WriteTextString("fmt");
        made.WriteTextString("none");
        made.WriteTextString("attStmt");
        made.WriteStartMap(0);
        made.WriteEndMap();
        made.WriteTextString("authData");
        made.WriteByteString(data);
        made.WriteEndMap();
        return Answer(new { clientDataJSON = Base64Url.EncodeToString(said), attestationObject = Base64Url.EncodeToString(made.Encode()) });
    }

    /// <summary>Answers what a page asks.</summary>
    /// <param name="options">What the page asks.</param>
    /// <param name="site">The site on which the browser is.</param>
    public string Sign(string options, Uri site)
    {
        using var asked = JsonDocument.Parse(options);
        if (Counts) Signs++;
        var said = Said("webauthn.get", asked, site);
        var data = Data(asked.RootElement.GetProperty("rpId").GetString()!, 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(said)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new
        {
            clientDataJSON = Base64Url.EncodeToString(said),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature),
            userHandle = Base64Url.EncodeToString(owner),
        });
    }

    /// <summary>Another key that says to be this one.</summary>
    public SoftKey Forged()
    {
        var forged = new SoftKey { Signs = Signs, owner = owner };
        credential.CopyTo(forged.credential, 0);
        return forged;
    }

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private static byte[] Said(string type, JsonDocument asked, Uri site) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type,
        challenge = asked.RootElement.GetProperty("challenge").GetString(),
        origin = site.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    });

    private byte[] Data(string site, byte more)
    {
        var signs = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(signs, Signs);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(Present | (IsOpened ? Verified : 0) | more), .. signs];
    }

    private static byte[] Short(int number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)number);
        return bytes;
    }

    // As COSE has it (RFC 9053, section 7.1.1): an elliptic curve key, ES256, P-256, x, y.
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var cose = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cose.WriteStartMap(5);
        foreach (var (label, value) in (IReadOnlyList<(int, int)>)[(1, 2), (3, -7), (-1, 1)])
        {
            cose.WriteInt32(label);
            cose.WriteInt32(value);
        }

        foreach (var (label, value) in (IReadOnlyList<(int, byte[])>)[(-2, point.X!), (-3, point.Y!)])
        {
            cose.WriteInt32(label);
            cose.WriteByteString(value);
        }

        cose.WriteEndMap();
        return cose.Encode();
    }

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Base64Url.EncodeToString(credential), rawId = Base64Url.EncodeToString(credential), type = "public-key", clientExtensionResults = new { }, response,
    });
}

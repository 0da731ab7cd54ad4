using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>Codes of six digits that an app makes from a shared secret and the time (RFC 6238, SHA-1, steps of 30 seconds).</summary>
public static class OneTimeCodes
{
    /// <summary>Length of a secret (RFC 4226, section 4, recommends 160 bits).</summary>
    public const int KeyBytes = 20;

    private const int StepSeconds = 30;

    // A telephone may be one step behind or ahead (RFC 6238, section 5.2).
    private const int Drift = 1;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The step in which an instant falls.</summary>
    public static long StepAt(Instant instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string Code(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps know SHA-1 only; a keyed digest does not suffer from its collisions.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, near an instant and later than the last one used; null when it is none.</summary>
    /// <param name="key">The shared secret.</param>
    /// <param name="typed">What was typed; spaces are fine.</param>
    /// <param name="now">Machine time.</param>
    /// <param name="lastUsed">A code of this step or an earlier one was used already.</param>
    public static long? Match(ReadOnlySpan<byte> key, string? typed, Instant now, long lastUsed)
    {
        if (typed is null || typed.Length > 20) return null;
        var digits = Encoding.UTF8.GetBytes(string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign))));
        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
        {
            var isEqual = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(key, step)), digits);
            if (isEqual && step > lastUsed) found = step;
        }

        return found;
    }

    /// <summary>The secret as people type it into an app: base 32 (RFC 4648, section 6).</summary>
    public static string Text(ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder((key.Length * 8 + 4) / 5);
        var (bits, count) = (0, 0);
        foreach (var one in key)
        {
            (bits, count) = ((bits << 8 | one) & 0xFFF, count + 8);
            for (; count >= 5; count -= 5) text.Append(Base32[bits >> (count - 5) & 31]);
        }

        if (count > 0) text.Append(Base32[bits << (5 - count) & 31]);
        return text.ToString();
    }

    /// <summary>The address that an app reads from the square code.</summary>
    public static string Address(ReadOnlySpan<byte> key, string municipality, string signInName)
    {
        var issuer = Uri.EscapeDataString(municipality);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(signInName)}?secret={Text(key)}&issuer={issuer}";
    }
}

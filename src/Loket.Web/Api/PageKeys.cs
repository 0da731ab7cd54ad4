using System.Buffers.Binary;
using System.Buffers.Text;
using Loket.Cases;
using Loket.Cases.Reading;
using NodaTime;

namespace Loket.Web.Api;

/// <summary>Where the next page begins, as text that means nothing to the caller.</summary>
internal static class PageKeys
{
    private const int Bytes = 24;

    public static string Write(WorklistKey key) => Write(key.SortAt, key.Id.Value);

    public static string Write(Instant at, Guid id)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeTicks());
        id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static WorklistKey? Worklist(string text) => Read(text) is { } key ? new WorklistKey(key.At, new CaseId(key.Id)) : null;

    public static (Instant At, Guid Id)? Read(string? text)
    {
        if (text is null || !Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < Instant.MinValue.ToUnixTimeTicks() || ticks > Instant.MaxValue.ToUnixTimeTicks()) return null;
        return (Instant.FromUnixTimeTicks(ticks), new Guid(bytes.AsSpan(8), bigEndian: true));
    }
}

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

    public static string Write(WorklistKey key)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, key.SortAt.ToUnixTimeTicks());
        key.Id.Value.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static WorklistKey? Read(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length != Bytes) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < Instant.MinValue.ToUnixTimeTicks() || ticks > Instant.MaxValue.ToUnixTimeTicks()) return null;
        return new WorklistKey(Instant.FromUnixTimeTicks(ticks), new CaseId(new Guid(bytes.AsSpan(8), bigEndian: true)));
    }
}

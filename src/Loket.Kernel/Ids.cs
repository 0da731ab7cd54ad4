namespace Loket.Kernel;

/// <summary>A typed identifier over a UUID version 7. Never shown in a public address.</summary>
/// <typeparam name="TSelf">The identifier itself.</typeparam>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The UUID.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored UUID.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Makes identifiers that grow with time, also within one millisecond of one process.</summary>
/// <remarks>RFC 9562, section 6.2, method 1: the twelve bits after the version count within the millisecond.</remarks>
public static class Ids
{
    private static readonly Lock Gate = new();
    private static long lastMilliseconds;
    private static int counter;

    /// <summary>A new identifier of the given type.</summary>
    public static TId New<TId>() where TId : struct, IId<TId> => TId.From(NewValue());

    /// <summary>A new UUID version 7, greater than every earlier one of this process.</summary>
    public static Guid NewValue()
    {
        long milliseconds;
        int count;
        lock (Gate)
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            if (now > lastMilliseconds)
            {
                lastMilliseconds = now;
                counter = Random.Shared.Next(0x400);
            }
            else if (++counter > 0xFFF)
            {
                lastMilliseconds++;
                counter = 0;
            }

            (milliseconds, count) = (lastMilliseconds, counter);
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes[8..]);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, milliseconds << 16);
        bytes[6] = (byte)(0x70 | (count >> 8));
        bytes[7] = (byte)count;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}

using NodaTime;

namespace Loket.Kernel.Time;

/// <summary>Instants as they are stored: whole microseconds since 1970, on both databases.</summary>
/// <remarks>PostgreSQL keeps no more; what is finer is cut off towards the past, so that nothing is stored later than it was.</remarks>
public static class Instants
{
    /// <summary>Microseconds since 1970-01-01 UTC, negative before it.</summary>
    public static long ToMicroseconds(this Instant instant)
    {
        const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;
        var (microseconds, rest) = Math.DivRem(instant.ToUnixTimeTicks(), TicksPerMicrosecond);
        return rest < 0 ? microseconds - 1 : microseconds;
    }

    /// <summary>The instant so many microseconds since 1970-01-01 UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the years -9998 to 9999.</exception>
    public static Instant FromMicroseconds(long microseconds)
    {
        const long PerSecond = 1_000_000;
        var (seconds, rest) = Math.DivRem(microseconds, PerSecond);
        return Instant.FromUnixTimeSeconds(seconds) + Duration.FromNanoseconds(rest * 1000);
    }

    /// <summary>The instant without what is finer than a microsecond.</summary>
    public static Instant CutToMicroseconds(this Instant instant) => FromMicroseconds(instant.ToMicroseconds());
}

using NodaTime;

namespace Loket.Kernel;

/// <summary>The clock of norms, promises and timelines; a scenario may set it, machine time (leases, cookies) never follows it.</summary>
/// <remarks>Instants are cut to microseconds because PostgreSQL keeps no more, so that what is read back equals what was written.</remarks>
public sealed class BusinessClock(TimeProvider machine)
{
    private long offsetMicroseconds;

    /// <summary>This moment, in whole microseconds.</summary>
    public Instant Now() => Cut(Instant.FromDateTimeOffset(machine.GetUtcNow())).Plus(Offset);

    /// <summary>How far this clock is ahead of the machine.</summary>
    public Duration Offset => Duration.FromNanoseconds(Interlocked.Read(ref offsetMicroseconds) * 1000.0);

    /// <summary>Moves the clock; only scenarios and tests do so.</summary>
    public void SetTo(Instant instant)
    {
        var difference = instant - Cut(Instant.FromDateTimeOffset(machine.GetUtcNow()));
        Interlocked.Exchange(ref offsetMicroseconds, (long)(difference.TotalNanoseconds / 1000));
    }

    /// <summary>Moves the clock ahead.</summary>
    public void Advance(Duration duration) =>
        Interlocked.Add(ref offsetMicroseconds, (long)(duration.TotalNanoseconds / 1000));

    private static Instant Cut(Instant instant) =>
        Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);
}

using Loket.Kernel.Time;
using NodaTime;

namespace Loket.Kernel;

/// <summary>The clock of sessions, codes, drafts and tries: the machine's, never the business clock that scenarios move.</summary>
public static class MachineTime
{
    /// <summary>This moment, in whole microseconds, as the databases keep it.</summary>
    public static Instant Instant(this TimeProvider machine) => NodaTime.Instant.FromDateTimeOffset(machine.GetUtcNow()).CutToMicroseconds();
}

using NodaTime;

namespace Loket.Organisation.Accounts;

/// <summary>The clock of sessions and tries: the machine's, never the business clock that scenarios move.</summary>
internal static class MachineTime
{
    /// <summary>This moment, in whole microseconds, as the databases keep it.</summary>
    public static Instant Instant(this TimeProvider machine) =>
        NodaTime.Instant.FromUnixTimeTicks(NodaTime.Instant.FromDateTimeOffset(machine.GetUtcNow()).ToUnixTimeTicks() / 10 * 10);
}

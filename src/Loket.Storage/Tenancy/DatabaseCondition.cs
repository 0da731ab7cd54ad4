using NodaTime;

namespace Loket.Storage.Tenancy;

/// <summary>What a database says about itself.</summary>
/// <param name="Version">The version of the database program.</param>
/// <param name="Clock">Its clock; null where it is the clock of this machine.</param>
/// <param name="MissingGuards">Triggers that should guard the journal, or note what is set up anew, and are not there.</param>
/// <param name="WrongSettings">Settings with which something acknowledged or erased might not be so.</param>
/// <param name="Damage">What it found wrong with its own file; null when nothing.</param>
public sealed record DatabaseCondition(
    string Version, Instant? Clock, IReadOnlyList<string> MissingGuards, IReadOnlyList<string> WrongSettings, string? Damage);

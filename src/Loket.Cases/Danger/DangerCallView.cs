using Loket.Organisation;
using NodaTime;

namespace Loket.Cases.Danger;

/// <summary>The calling about a danger, as a reader of the case sees it.</summary>
/// <param name="Calls">How many calls were made.</param>
/// <param name="AcknowledgedBy">Who is on it; null while nobody said so.</param>
/// <param name="AcknowledgedAt">Since when.</param>
public sealed record DangerCallView(int Calls, StaffId? AcknowledgedBy, Instant? AcknowledgedAt);

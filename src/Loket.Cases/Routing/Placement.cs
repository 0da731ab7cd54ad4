using Loket.Organisation;

namespace Loket.Cases.Routing;

/// <summary>Who gets a case, and how that came about.</summary>
/// <param name="Route">The rules that were tried, with the one that fits.</param>
/// <param name="Target">Who gets it, after absence and rights; nobody where a person decides.</param>
/// <param name="TriageReason">Why a person decides; null where somebody gets it.</param>
public sealed record Placement(Route Route, Target Target, TriageReason? TriageReason)
{
    /// <summary>The person whom the rule names, when somebody else acts for them or nobody does.</summary>
    public StaffId? Absent => Route.Rule?.Target.Staff is { } named && named != Target.Staff ? named : null;

    internal static Placement ByHand(Route route, TriageReason reason) => new(route, new Target(null, null, null), reason);
}

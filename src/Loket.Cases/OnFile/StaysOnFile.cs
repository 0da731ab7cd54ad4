using Loket.Kernel;
using NodaTime;

namespace Loket.Cases.OnFile;

/// <summary>What of somebody stays although they asked to have it erased; none of these where all of it could go.</summary>
/// <param name="IsOpen">Something that they asked is not done yet.</param>
/// <param name="IsKeptForEver">A case of theirs goes to the archive.</param>
/// <param name="KeptUntil">The last day until which the Archiefwet keeps their cases; null where it keeps none.</param>
public sealed record StaysOnFile(bool IsOpen, bool IsKeptForEver, LocalDate? KeptUntil)
{
    /// <summary>Whether that day has passed, so that they wait for a list of what is destroyed.</summary>
    public bool IsDue { get; init; }

    /// <summary>Why nothing at all may go.</summary>
    internal Failure Refusal() =>
        IsOpen ? AccessFailures.StillOpen : IsKeptForEver ? AccessFailures.KeptForEver : IsDue ? AccessFailures.ToBeDestroyed : KeptUntil is { } until ? AccessFailures.KeptUntil.With(until) : AccessFailures.StillOpen;
}

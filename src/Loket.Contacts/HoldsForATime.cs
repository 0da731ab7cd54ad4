using Loket.Organisation;
using NodaTime;

namespace Loket.Contacts;

/// <summary>What holds of a customer for a time: a warning, that somebody acts for them. It is not changed: it ends, and another is made.</summary>
internal abstract class HoldsForATime
{
    /// <summary>Of whom.</summary>
    public required CustomerId CustomerId { get; init; }

    /// <summary>When it no longer counts: the end of its last day; null for what does not pass.</summary>
    public required Instant? PassesAt { get; init; }

    /// <summary>When somebody ended it.</summary>
    public Instant? EndedAt { get; private set; }

    public StaffId? EndedBy { get; private set; }

    /// <summary>Whether it counts at a moment.</summary>
    public bool Counts(Instant at) => EndedAt is null && !(PassesAt <= at);

    /// <summary>It holds no longer; nobody where it passed by itself.</summary>
    public void End(StaffId? by, Instant at) => (EndedBy, EndedAt) = (by, at);
}

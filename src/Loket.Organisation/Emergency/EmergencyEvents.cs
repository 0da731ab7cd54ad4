using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Organisation.Emergency;

/// <summary>Somebody opened in an emergency what they may not know of; why stands with the opening itself, and is for who judges it.</summary>
[JournalEvent("emergency.opened", Audience.Staff)]
public sealed record EmergencyOpened(EmergencyId Emergency, StaffId Staff, EmergencySubject What, Guid Subject, Instant Until) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Subject, Staff.Value];
}

/// <summary>Somebody else judged whether that was right; what they remarked stands with the opening.</summary>
[JournalEvent("emergency.reviewed", Audience.Audit)]
public sealed record EmergencyReviewed(EmergencyId Emergency, StaffId Staff, Guid Subject, EmergencyVerdict Verdict) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Subject, Staff.Value];
}

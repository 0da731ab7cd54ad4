using Loket.Contacts;
using Loket.Messages;
using NodaTime;

namespace Loket.Intake.Residents;

/// <summary>What a resident is told after sending.</summary>
/// <param name="Reference">What they say on the phone.</param>
/// <param name="Kind">With what they came.</param>
/// <param name="Joined">Whether it was known already.</param>
/// <param name="KnownSince">Since when.</param>
/// <param name="Contacts">How many contacts are about it, this one included.</param>
/// <param name="Deadline">Until when it may take; null where no date is promised.</param>
/// <param name="Team">The team that takes it on, where known.</param>
/// <param name="Partner">The partner that does it, where known.</param>
/// <param name="Paper">The formal paper as which it was registered.</param>
/// <param name="TellBy">How they hear from us; null when not.</param>
/// <param name="CanFollow">Whether the follow page shows it.</param>
/// <param name="Proposed">The formal paper that it may be by its words; a member of staff decides.</param>
public sealed record ResidentReceipt(
    string Reference, ResidentKind Kind, bool Joined, Instant? KnownSince, int Contacts, Instant? Deadline, string? Team, string? Partner,
    FormalPaper? Paper, MessageChannel? TellBy, bool CanFollow, FormalPaper? Proposed = null);

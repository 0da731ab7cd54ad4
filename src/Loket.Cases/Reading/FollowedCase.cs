using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Places;
using Loket.Storage.Journal;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A case as one of its participants may see it.</summary>
/// <param name="Participant">Who looks.</param>
/// <param name="Case">The case.</param>
/// <param name="Contact">The contact of who looks.</param>
/// <param name="Customer">Who looks, when they said who they are.</param>
/// <param name="Matter">The matter of who looks.</param>
/// <param name="Reference">The reference of who looks; the case's own number is for staff.</param>
/// <param name="Subject">What this participant wrote.</param>
/// <param name="Category">Key of what the case is about.</param>
/// <param name="Place">Where.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Solved">Whether a closed case is solved.</param>
/// <param name="Team">Name of the team that must act.</param>
/// <param name="Partner">Name of the partner that must act.</param>
/// <param name="PartnerSince">Since when it is with that partner.</param>
/// <param name="OpenedAt">When the case was made.</param>
/// <param name="JoinedAt">When this participant asked.</param>
/// <param name="DeadlineAt">Until when it may take.</param>
/// <param name="Participants">How many asked.</param>
/// <param name="Before">The cases on which they stood before: one that goes on as part of this one, and those from which this one was split off.</param>
/// <param name="Own">The status that it has of those of its type; null where its type has none of this stage.</param>
public sealed record FollowedCase(
    ParticipantId Participant, CaseId Case, ContactId Contact, CustomerId? Customer, MatterId Matter, string Reference, string Subject, string? Category, Place Place,
    CaseStatus Status, bool? Solved, string? Team, string? Partner, Instant? PartnerSince, Instant OpenedAt, Instant JoinedAt, Instant? DeadlineAt, int Participants,
    IReadOnlyList<CaseBefore> Before, StatusType? Own = null);

/// <summary>Something that happened, for the eyes of a participant.</summary>
/// <param name="At">When.</param>
/// <param name="Happened">What.</param>
/// <param name="Partner">Name of the partner concerned.</param>
public sealed record FollowedEvent(Instant At, IJournalEvent Happened, string? Partner = null);

/// <summary>What a resident is promised when something is registered.</summary>
/// <param name="OpenedAt">Since when it is known.</param>
/// <param name="DeadlineAt">Until when it may take.</param>
/// <param name="Team">Name of the team that must act.</param>
/// <param name="Partner">Name of the partner that must act.</param>
/// <param name="CanBeFollowed">Whether it is of a kind that can be followed by reference and code.</param>
public sealed record PromisedCase(Instant OpenedAt, Instant? DeadlineAt, string? Team, string? Partner, bool CanBeFollowed);

/// <summary>What a reference opens.</summary>
/// <param name="Participant">Whose it is.</param>
/// <param name="Matter">What they asked, to which a PIN belongs.</param>
public sealed record FollowedKey(ParticipantId Participant, MatterId Matter);

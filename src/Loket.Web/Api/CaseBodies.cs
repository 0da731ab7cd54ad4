using System.Text.Json.Nodes;
using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Reading;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Messages;
using NodaTime;

namespace Loket.Web.Api;

/// <summary>A team or partner.</summary>
internal sealed record NamedAnswer(string Key, string Name);

/// <summary>A page of cases.</summary>
/// <param name="Cases">By deadline.</param>
/// <param name="Next">For <c>after</c>; missing on the last page.</param>
internal sealed record CasePage(IReadOnlyList<CaseRow> Cases, string? Next);

/// <summary>A case in a list.</summary>
internal sealed record CaseRow(
    string Reference, string Subject, string? Category, string? Area, string? Address, string? Asset, bool Danger, CaseStatus Status, NamedAnswer? Team,
    NamedAnswer? Partner, TriageReason? TriageReason, Instant OpenedAt, Instant? DeadlineAt, int Contacts);

/// <summary>A case.</summary>
internal sealed record CaseAnswer(
    string Reference, int Version, string Type, string? Category, string Subject, PlaceAnswer Place, bool Danger, CaseStatus Status, NamedAnswer? Team,
    NamedAnswer? Partner, TriageReason? TriageReason, Instant OpenedAt, Instant? DeadlineAt, Instant? SuspendedAt, Instant? ClosedAt, string? Result, bool? Solved,
    int Contacts, IReadOnlyList<CaseContact> People, IReadOnlyList<SharedPersonAnswer> Shared, IReadOnlyList<HandoverAnswer> Handovers);

/// <summary>Where it is.</summary>
internal sealed record PlaceAnswer(string? Text, string? Area, string? Address, string? Asset, double? X, double? Y);

/// <summary>Somebody who asked; only for who may see personal data.</summary>
/// <param name="Kind">What the resident called it.</param>
/// <param name="ReceivedOn">The day on which it came in, where that is another than the day on which it was registered.</param>
/// <param name="Assisted">That it came through somebody else than the person whom it is about.</param>
internal sealed record CaseContact(
    string Reference, Instant JoinedAt, Instant? LeftAt, Channel Channel, string? Name, string Subject, string? Text, ResidentKind? Kind, LocalDate? ReceivedOn,
    Assisted? Assisted);

/// <summary>Somebody who asked, for a partner: as far as the municipality shares it with that partner.</summary>
internal sealed record SharedPersonAnswer(string? Name, string? Phone, string? Email, string? Address);

/// <summary>A handover as it stands.</summary>
/// <param name="Version">For the <c>If-Match</c> of a reply, in quotes.</param>
/// <param name="AskedAt">Since when a question of the partner waits for an answer.</param>
internal sealed record HandoverAnswer(
    Guid Id, int Version, NamedAnswer? Partner, HandoverState State, string Question, Instant OfferedAt, Instant? AnsweredAt, Instant? EndedAt, string? Reason,
    LocalDate? PlannedOn, string? JobNumber, int Chased, Instant? AskedAt);

/// <summary>Which contact joins.</summary>
/// <param name="Contact">The reference of the contact.</param>
internal sealed record JoinBody(string Contact);

/// <summary>A message about a case, without its words.</summary>
/// <param name="Id">For <c>before</c>.</param>
/// <param name="To">The reference of the participant; missing for staff and partners.</param>
internal sealed record MessageAnswer(
    Guid Id, MessageKind Kind, MessageChannel Channel, MessageState State, Instant StateAt, Instant QueuedAt, string Language, string? To, int Tries,
    bool MaybeTwice, string? Failure);

/// <summary>A line of the timeline.</summary>
/// <param name="Id">For <c>before</c>.</param>
/// <param name="Facts">What the event says, see the list of events; personal values only for who may see them.</param>
internal sealed record TimelineAnswer(Guid Id, Instant At, Kernel.WhoKind By, string Event, JsonNode? Facts);

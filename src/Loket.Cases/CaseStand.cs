using Loket.Cases.Routing;
using Loket.Organisation;
using NodaTime;

namespace Loket.Cases;

/// <summary>Who has a case, and whether it sleeps: what is done to several cases at once changes this and nothing else, so that it can be put back.</summary>
internal sealed record CaseStand(
    TeamId? Team, Instant? TeamSince, StaffId? Handler, Instant? GivenAt, TriageReason? TriageReason, CaseStatus Status, Instant? SnoozedUntil, string? SnoozeReason);

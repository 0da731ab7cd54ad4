using Loket.Organisation.Rights;
using NodaTime;

namespace Loket.Organisation.People;

/// <summary>A member of staff as other rooms see one.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="SignInName">The name with which this person signs in.</param>
/// <param name="Email">Empty when there is none.</param>
/// <param name="Phone">Empty when there is none.</param>
/// <param name="Expertise">What this person knows about, in words.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Teams">The teams of which this person is a member.</param>
/// <param name="Presence">What was set.</param>
/// <param name="AwayUntil">When away: until when, if that is known.</param>
/// <param name="Hours">The own working hours; empty means the municipality's.</param>
/// <param name="Deputy">Who stands in.</param>
/// <param name="PersonalDataGiven">Whether a local co-host was given personal data.</param>
/// <param name="WantsDigest">Whether this person wants an overview of the work by e-mail each working day.</param>
/// <param name="ClosedAt">Since when this person no longer works here.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record StaffCard(
    StaffId Id, string Name, string SignInName, string Email, string Phone, IReadOnlyList<string> Expertise, IReadOnlyList<Role> Roles,
    IReadOnlyList<TeamId> Teams, Presence Presence, Instant? AwayUntil, WeekHours Hours, StaffId? Deputy, bool PersonalDataGiven, bool WantsDigest,
    Instant? ClosedAt, int Version);

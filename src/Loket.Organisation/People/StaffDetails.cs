using Loket.Organisation.Rights;

namespace Loket.Organisation.People;

/// <summary>What is filled in about a member of staff.</summary>
/// <param name="Name">At most 100 characters.</param>
/// <param name="SignInName">2 to 60 small letters, digits, points and hyphens, or an e-mail address; unique.</param>
/// <param name="Email">Optional.</param>
/// <param name="Phone">Optional.</param>
/// <param name="Expertise">At most 30 words or short phrases.</param>
/// <param name="Roles">What this person may do follows from these.</param>
/// <param name="Teams">The teams of which this person is a member.</param>
/// <param name="Hours">Own working hours, see <see cref="WeekHours"/>; empty means the municipality's.</param>
public sealed record StaffDetails(
    string? Name, string? SignInName, string? Email = null, string? Phone = null, IReadOnlyList<string>? Expertise = null,
    IReadOnlyList<Role>? Roles = null, IReadOnlyList<TeamId>? Teams = null, string? Hours = null);

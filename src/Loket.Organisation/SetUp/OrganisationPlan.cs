using Loket.Organisation.Desks;
using Loket.Organisation.Partners;
using Loket.Organisation.People;
using Loket.Organisation.Portfolios;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using NodaTime;

namespace Loket.Organisation.SetUp;

/// <summary>A whole organisation as plain data; keys refer to each other.</summary>
/// <param name="Profile">Name, number, prefix; left as it is when null.</param>
/// <param name="Calendar">Working time; left as it is when null.</param>
/// <param name="Teams">The teams.</param>
/// <param name="Staff">The people.</param>
/// <param name="Partners">The partners.</param>
/// <param name="Desks">The desks.</param>
/// <param name="OnCall">The duties.</param>
/// <param name="Portfolios">The portfolios.</param>
public sealed record OrganisationPlan(
    Profile? Profile = null, CalendarDetails? Calendar = null, IReadOnlyList<PlannedTeam>? Teams = null, IReadOnlyList<PlannedStaff>? Staff = null,
    IReadOnlyList<PartnerDetails>? Partners = null, IReadOnlyList<DeskDetails>? Desks = null, IReadOnlyList<PlannedDuty>? OnCall = null,
    IReadOnlyList<PortfolioDetails>? Portfolios = null);

/// <summary>A team.</summary>
/// <param name="Key">Technical key.</param>
/// <param name="Name">The name.</param>
/// <param name="Lead">Sign-in name of who leads it.</param>
/// <param name="Email">Optional.</param>
/// <param name="ChatWebhook">Optional; https.</param>
/// <param name="Groups">Sensitive groups of which it may see cases.</param>
/// <param name="Areas">Keys of areas.</param>
public sealed record PlannedTeam(
    string Key, string Name, string? Lead = null, string? Email = null, string? ChatWebhook = null, IReadOnlyList<string>? Groups = null,
    IReadOnlyList<string>? Areas = null);

/// <summary>Somebody who works here.</summary>
/// <param name="SignInName">Unique.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">The roles.</param>
/// <param name="Teams">Keys of teams.</param>
/// <param name="Email">Optional.</param>
/// <param name="Phone">Optional.</param>
/// <param name="Expertise">Words.</param>
/// <param name="Hours">See <see cref="WeekHours"/>.</param>
/// <param name="Deputy">Sign-in name of who stands in.</param>
/// <param name="Presence">Whether they are there.</param>
/// <param name="AwayUntil">When away: until when, if that is known.</param>
/// <param name="PersonalDataGiven">For a local co-host.</param>
/// <param name="Account">With what they sign in; null: only after a start code.</param>
public sealed record PlannedStaff(
    string SignInName, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string>? Teams = null, string? Email = null, string? Phone = null,
    IReadOnlyList<string>? Expertise = null, string? Hours = null, string? Deputy = null, Presence Presence = Presence.Present,
    Instant? AwayUntil = null, bool PersonalDataGiven = false, PlannedAccount? Account = null);

/// <summary>With what somebody signs in, known beforehand: for a demo and for tests only.</summary>
/// <param name="Password">The password.</param>
/// <param name="CodeKey">The secret of the app, <see cref="Accounts.OneTimeCodes.KeyBytes"/> bytes.</param>
public sealed record PlannedAccount(string Password, byte[] CodeKey);

/// <summary>A stretch of on-call duty.</summary>
/// <param name="From">First moment.</param>
/// <param name="Until">First moment after.</param>
/// <param name="People">Sign-in names, in order.</param>
public sealed record PlannedDuty(Instant From, Instant Until, IReadOnlyList<string> People);

/// <summary>What stands now, by key.</summary>
/// <param name="Teams">By key.</param>
/// <param name="Staff">By sign-in name.</param>
/// <param name="Partners">By key.</param>
/// <param name="Desks">By key.</param>
public sealed record OrganisationKeys(
    IReadOnlyDictionary<string, TeamId> Teams, IReadOnlyDictionary<string, StaffId> Staff, IReadOnlyDictionary<string, PartnerId> Partners,
    IReadOnlyDictionary<string, DeskId> Desks);

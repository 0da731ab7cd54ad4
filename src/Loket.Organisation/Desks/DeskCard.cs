using Loket.Organisation.People;

namespace Loket.Organisation.Desks;

/// <summary>A desk as other rooms and residents see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Key">Technical key.</param>
/// <param name="Name">The name.</param>
/// <param name="Address">Street, number and village, in one line.</param>
/// <param name="Phone">Empty when there is none.</param>
/// <param name="Hours">When it is open.</param>
/// <param name="OpeningTextNl">The hours in words, Dutch.</param>
/// <param name="OpeningTextEn">The hours in words, English.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record DeskCard(
    DeskId Id, string Key, string Name, string Address, string Phone, WeekHours Hours, string OpeningTextNl, string OpeningTextEn, int Version);

/// <summary>What is filled in about a desk.</summary>
/// <param name="Key">2 to 60 small letters, digits and hyphens; unique.</param>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Address">At most 200 characters.</param>
/// <param name="Phone">Optional.</param>
/// <param name="Hours">When it is open, see <see cref="WeekHours"/>.</param>
/// <param name="OpeningTextNl">At most 500 characters.</param>
/// <param name="OpeningTextEn">At most 500 characters.</param>
public sealed record DeskDetails(
    string? Key, string? Name, string? Address, string? Phone = null, string? Hours = null, string? OpeningTextNl = null, string? OpeningTextEn = null);

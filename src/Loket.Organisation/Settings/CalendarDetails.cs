using Loket.Kernel.Calendars;

namespace Loket.Organisation.Settings;

/// <summary>When the municipality works, as it is filled in.</summary>
/// <param name="Hours">Hours per weekday, see <see cref="People.WeekHours"/>.</param>
/// <param name="Exceptions">Days that differ, one on each line: <c>2026-05-15 dicht brugdag</c> or <c>2026-12-24 08:30-12:00 kerstavond</c>.</param>
/// <param name="Holidays">The holidays on which no work is done; null means the customary ones.</param>
/// <param name="LiberationDayInLustrumOnly">Whether Liberation Day counts in 2025, 2030 and so on only.</param>
/// <param name="TimeZone">Name in the IANA database.</param>
/// <param name="PhoneHours">Hours per weekday in which residents are called; empty for the same as <paramref name="Hours"/>.</param>
public sealed record CalendarDetails(
    string? Hours, string? Exceptions = null, IReadOnlyList<DutchHoliday>? Holidays = null, bool LiberationDayInLustrumOnly = true,
    string TimeZone = "Europe/Amsterdam", string? PhoneHours = null);

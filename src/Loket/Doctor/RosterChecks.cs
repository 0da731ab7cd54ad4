using Loket.Kernel.Calendars;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Doctor;

/// <summary>Whether somebody is called first about danger outside working hours.</summary>
internal static class RosterChecks
{
    private const string Check = "roster";

    public static async Task<Finding> Of(Databases databases, Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var calendar = await Calendars.Current(db, cancel);
        var now = tenant.Clock.Now();
        var duties = await ComingDuties.After(db, now, cancel);
        var gaps = DutyGaps.Of(duties, new WorkingTime(calendar), now, now + DutyGaps.Ahead);
        if (gaps is not [var first, ..]) return Finding.Ok(tenant.Name, Check, "For the coming week somebody is on duty whenever no work is done.");
        return Finding.Wrong(
            tenant.Name, Check, $"Nobody is on duty from {Local(first.Start)} until {Local(first.End)}{(gaps.Count > 1 ? $", and {gaps.Count - 1} more times this week" : "")}.",
            "Fill in the roster at /beheer/piket; until then danger at night is called through to those who lead.");

        string Local(Instant at) => at.InZone(calendar.Zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}

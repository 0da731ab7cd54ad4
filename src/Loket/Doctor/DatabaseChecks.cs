using System.Globalization;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Doctor;

/// <summary>The database: current, guarded, safely set, sound, and with the same idea of the time.</summary>
internal static class DatabaseChecks
{
    /// <summary>The name of the checks of the time.</summary>
    public const string ClockCheck = "clock";

    /// <summary>What to do about a clock.</summary>
    public const string SetTheClock = "Set it by a time server (timedatectl); entries and deadlines bear its time.";

    // More than this and deadlines, leases and journal of two machines begin to disagree visibly.
    private static readonly Duration MostDifference = Duration.FromSeconds(2);

    /// <returns>Whether the rest of the checks makes sense, and what was found.</returns>
    public static async Task<(bool Usable, IReadOnlyList<Finding> Findings)> Of(Databases databases, JournalChain chain, Tenant tenant, CancellationToken cancel)
    {
        await using var db = databases.Open(tenant);
        var schema = await Schema.Look(db, cancel);
        if (schema == SchemaState.Missing) return (false, [Finding.Wrong(tenant.Name, "database", "It is empty.", "loket migrate --create")]);
        if (schema == SchemaState.Behind) return (false, [Finding.Wrong(tenant.Name, "schema", "It is of an older version.", "Make a backup, then: loket migrate")]);
        if (schema == SchemaState.Another) return (false, [Finding.Wrong(tenant.Name, "schema", "It is of another version than this program.", "Start the program of that version.")]);

        var before = tenant.Clock.Now();
        var condition = await tenant.Database.Examine(db, cancel);
        var after = tenant.Clock.Now();
        return (true,
        [
            condition.Damage is { } damage
                ? Finding.Wrong(tenant.Name, "database", $"{condition.Version} finds damage: {damage}", "Stop the program, keep the file, and put back a backup.")
                : Finding.Ok(tenant.Name, "database", $"{condition.Version}, reachable, schema current."),
            condition.WrongSettings.Count > 0
                ? Finding.Wrong(tenant.Name, "durability", $"{string.Join("; ", condition.WrongSettings)}.", "Set it back: what was acknowledged could be lost, or what was erased read.")
                : Finding.Ok(tenant.Name, "durability", "What is acknowledged is on disk."),
            condition.MissingGuards.Count > 0
                ? Finding.Wrong(tenant.Name, "guards", $"Missing: {string.Join(", ", condition.MissingGuards)}. The journal can be changed, or what is set up counts late.", "loket migrate puts them back; find out who took them away.")
                : Finding.Ok(tenant.Name, "guards", "The database refuses changes to the journal, and notes what is set up anew."),
            Clock(tenant, condition.Clock, new Interval(before, after), await chain.Newest(tenant, cancel)),
        ]);
    }

    /// <summary>A clock that runs behind what was written already is wrong, whatever the other clocks say; where there are no others, that is all that can be seen.</summary>
    private static Finding Clock(Tenant tenant, Instant? database, Interval asked, Instant? newest)
    {
        var now = tenant.Clock.Now();
        if (newest > now + MostDifference)
            return Finding.Wrong(tenant.Name, ClockCheck, $"It is {now} here, but the journal has an entry of {newest}: the clock is or was wrong.", SetTheClock);
        if (database is not { } theirs) return Finding.Ok(tenant.Name, ClockCheck, "Not before the newest entry of the journal. Database and program share this machine's clock.");
        // It was asked somewhere in between; what lies within is no difference.
        var difference = Duration.Max(Duration.Zero, Duration.Max(theirs - asked.End, asked.Start - theirs));
        var says = string.Create(CultureInfo.InvariantCulture, $"The database's clock differs {difference.TotalSeconds:0.0} s from this machine's.");
        return difference > MostDifference ? Finding.Wrong(tenant.Name, ClockCheck, says, SetTheClock) : Finding.Ok(tenant.Name, ClockCheck, says);
    }
}

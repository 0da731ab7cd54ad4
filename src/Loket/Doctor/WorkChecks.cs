using System.Globalization;
using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using NodaTime;

namespace Loket.Doctor;

/// <summary>Journal and jobs: whole, and kept up with.</summary>
internal static class WorkChecks
{
    // The sealer and the workers come by every half minute and every second.
    private static readonly Duration Patience = Duration.FromMinutes(10);

    public static async Task<IReadOnlyList<Finding>> Of(
        JournalChain chain, JobFigures jobs, Tenant tenant, IProgress<long> progress, CancellationToken cancel)
    {
        var now = tenant.Clock.Now();
        var journal = await chain.Verify(tenant, progress, cancel);
        var standing = await jobs.Look(tenant, cancel);
        return [Journal(tenant, journal, now), Sealer(tenant, journal, now), Dead(tenant, standing), Overdue(tenant, standing, now)];
    }

    private static Finding Journal(Tenant tenant, JournalReport journal, Instant now)
    {
        if (journal.Break is { } found)
        {
            return Finding.Wrong(tenant.Name, "journal", $"Broken at {journal.Where}: {Words(found)} The {Number(journal.Linked)} links before it are whole.",
                "Keep the database as it is, and compare with a backup and the daily seals.");
        }

        return journal.Last > now + Patience
            ? Finding.Wrong(tenant.Name, "journal", $"Its last entry is of {journal.Last}, which is still to come.", "Set the clock of this machine (timedatectl).")
            : Finding.Ok(tenant.Name, "journal", $"{Number(journal.Linked)} links followed, {Number(journal.Seals)} daily seals compared: whole.");
    }

    private static Finding Sealer(Tenant tenant, JournalReport journal, Instant now) =>
        journal.WaitingSince is { } since && now - since > Patience
            ? Finding.Wrong(tenant.Name, "sealer", $"{Number(journal.Waiting)} entries wait to be linked, the oldest since {since}.", "Start the program (serve), or look for the job journal.seal in its log.")
            : Finding.Ok(tenant.Name, "sealer", $"{Number(journal.Waiting)} entries wait to be linked.");

    private static Finding Dead(Tenant tenant, JobStanding jobs) =>
        jobs.Dead.Count > 0
            ? Finding.Wrong(tenant.Name, "failed jobs", string.Join(" ", jobs.Dead.Select(kind => $"{Number(kind.Count)} of {kind.Kind} ({kind.LastError}).")), "Mend the cause, then let them try again.")
            : Finding.Ok(tenant.Name, "failed jobs", "None.");

    private static Finding Overdue(Tenant tenant, JobStanding jobs, Instant now) =>
        jobs.OverdueSince is { } since && now - since > Patience
            ? Finding.Wrong(tenant.Name, "jobs", $"The oldest was to be done at {since}; {Number(jobs.Open)} stand in the queue.", "Start the program (serve), or look in its log for what holds them up.")
            : Finding.Ok(tenant.Name, "jobs", $"{Number(jobs.Open)} stand in the queue, timers included; none is late.");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(JournalBreak found) => found switch
    {
        JournalBreak.LinkMissing => "a link is missing.",
        JournalBreak.EntryMissing => "the entry is missing.",
        JournalBreak.EntryChanged => "the entry is not what was written.",
        JournalBreak.PersonalChanged => "the personal values are not what was written.",
        JournalBreak.LinkChanged => "the link does not follow from the one before it (or the secret is another).",
        JournalBreak.NotLinked => "an entry stands outside the chain.",
        _ => "the daily seal says otherwise.",
    };
}

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

    // Enough to begin with; loket jobs has them all.
    private const int NamedPerKind = 3;

    public static IReadOnlyList<Finding> Of(Tenant tenant, JournalReport journal, JobStanding jobs)
    {
        var now = tenant.Clock.Now();
        return [Journal(tenant, journal), Sealer(tenant, journal, now), Dead(tenant, jobs), Overdue(tenant, jobs, now)];
    }

    private static Finding Journal(Tenant tenant, JournalReport journal) => journal.Break is { } found
        ? Finding.Wrong(tenant.Name, "journal", $"Broken at {journal.Where}: {Words(found)} The {Number(journal.Linked)} links before it are whole.",
            "Keep the database as it is, and compare with a backup and the daily seals.")
        : Finding.Ok(tenant.Name, "journal", $"{Number(journal.Linked)} links followed, {Number(journal.Seals)} daily seals compared: whole.");

    private static Finding Sealer(Tenant tenant, JournalReport journal, Instant now) =>
        journal.WaitingSince is { } since && now - since > Patience
            ? Finding.Wrong(tenant.Name, "sealer", $"{Number(journal.Waiting)} entries wait to be linked, the oldest since {since}.", "Start the program (serve), or look for the job journal.seal in its log.")
            : Finding.Ok(tenant.Name, "sealer", $"{Number(journal.Waiting)} entries wait to be linked.");

    private static Finding Dead(Tenant tenant, JobStanding jobs) =>
        jobs.Dead > 0
            ? Finding.Wrong(tenant.Name, "failed jobs", $"{Number(jobs.Dead)} wait for you: {Named(jobs.Failing.Where(job => job.State == JobState.Dead))}.",
                "Mend the cause, then: loket jobs retry ID. All of them: loket jobs.")
            : Finding.Ok(tenant.Name, "failed jobs", "None.");

    private static Finding Overdue(Tenant tenant, JobStanding jobs, Instant now)
    {
        if (jobs.OverdueSince is not { } since || now - since <= Patience)
            return Finding.Ok(tenant.Name, "jobs", $"{Number(jobs.Open)} stand in the queue, timers included; none is late.");
        var late = $"The oldest was to be done at {since}; {Number(jobs.Open)} stand in the queue.";
        return jobs.Failing.Where(job => job.State == JobState.Open).ToList() is { Count: > 0 } failing
            ? Finding.Wrong(tenant.Name, "jobs", $"{late} Failing: {Named(failing)}.", "Mend the cause; they are tried again within the hour, or at once with: loket jobs retry ID.")
            : Finding.Wrong(tenant.Name, "jobs", late, "Start the program (serve), or look in its log for what holds them up.");
    }

    private static string Named(IEnumerable<FailingJob> failing) => string.Join("; ", failing.GroupBy(job => job.Kind).Select(kind =>
        $"{kind.Key} {string.Join(", ", kind.Take(NamedPerKind).Select(job => job.Id.Value))}{(kind.Count() > NamedPerKind ? ", …" : "")} ({kind.First().Error.TrimEnd('.')})"));

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

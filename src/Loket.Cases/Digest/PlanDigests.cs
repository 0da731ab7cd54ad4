using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Settings;
using Loket.Storage;
using Loket.Storage.Jobs;
using NodaTime;

namespace Loket.Cases.Digest;

/// <summary>On the morning of a working day, give each colleague who wants it an overview of the work (row B4).</summary>
internal sealed record PlanDigests : IJobPayload
{
    /// <inheritdoc />
    public static string Kind => "case.plan-digests";
}

/// <summary>One job per person, so that one who can't be told keeps it from nobody else. After downtime there is one overview, of that day.</summary>
internal sealed class PlanDigestsHandler(Calendars calendars) : IJobHandler<PlanDigests>
{
    public async Task Run(PlanDigests payload, JobContext job, CancellationToken cancel)
    {
        var calendar = await calendars.Current(cancel);
        var now = job.Tenant.Clock.Now();
        await job.Complete(work => Plan(work, DigestTime.DayAt(now, calendar), cancel), cancel, JobOutcome.Again(DigestTime.After(now, calendar)));
    }

    private static async Task Plan(Work work, LocalDate? today, CancellationToken cancel)
    {
        if (today is not { } day) return;
        foreach (var person in await StaffDirectory.All(work.Db, null, cancel))
        {
            if (person is not { WantsDigest: true, Email.Length: > 0 }) continue;
            // One of an earlier day that still fails makes way: its day has gone, and it must not keep the others from theirs.
            await work.Jobs.Cancel(SendDigest.Once(person.Id), cancel);
            work.Jobs.Add(new SendDigest(person.Id, day), once: SendDigest.Once(person.Id));
        }
    }
}

/// <summary>Give one colleague the overview of a day.</summary>
internal sealed record SendDigest(StaffId Staff, LocalDate Day) : IJobPayload
{
    public static string Kind => "case.send-digest";

    public static string Once(StaffId staff) => $"digest:{staff.Value:N}";
}

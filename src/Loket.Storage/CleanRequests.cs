using Loket.Storage.Jobs;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Storage;

/// <summary>Forget wishes that nobody repeats any more, what was shown so long ago that it counts anew, and what was opened so long ago that it counts no more.</summary>
internal sealed record CleanRequests : IJobPayload
{
    public static string Kind => "requests.clean";
}

internal sealed class CleanRequestsHandler : IJobHandler<CleanRequests>
{
    private static readonly Duration Often = Duration.FromDays(1);

    // A program that was away for a long weekend, or a page that stood open for weeks, is still answered as the first time.
    private static readonly Duration Stay = Duration.FromDays(30);

    public Task Run(CleanRequests payload, JobContext job, CancellationToken cancel)
    {
        var now = job.Tenant.Clock.Now();
        var limit = now - Stay;
        var day = now.InUtc().Date.PlusDays(-OpenedThings.Days);
        return job.Complete(async work =>
        {
            await work.Db.Set<StoredRequest>().Where(request => request.At < limit).ExecuteDeleteAsync(cancel);
            await work.Db.Set<SeenThing>().Where(seen => seen.At < limit).ExecuteDeleteAsync(cancel);
            await work.Db.Set<OpenedThing>().Where(opened => opened.Day < day).ExecuteDeleteAsync(cancel);
        }, cancel, JobOutcome.Again(now + Often));
    }
}

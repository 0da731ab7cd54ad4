using Loket.Kernel;
using Loket.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage.Jobs;

/// <summary>Jobs that had failed are tried again at once, after somebody mended what was wrong.</summary>
/// <param name="Jobs">Which.</param>
[JournalEvent("job.retried", Audience.Audit)]
public sealed record JobsRetried(IReadOnlyList<JobId> Jobs) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => Jobs.Select(job => job.Value);
}

/// <summary>Lets failing jobs try again, the dead ones too; for who manages the installation and mended the cause.</summary>
public sealed class RetryJobs(UnitOfWork unit)
{
    /// <summary>Which jobs; null for all that fail.</summary>
    public sealed record Request(IReadOnlyList<JobId>? Jobs, Who By);

    /// <summary>Lets them try.</summary>
    /// <returns>How many. One that somebody is trying at this moment is left alone.</returns>
    public Task<Result<int>> Handle(Request request, CancellationToken cancel) => unit.Run<int>(
        async work =>
        {
            var failing = work.Db.Jobs.Where(job => job.Owner == null && (job.LastError != null || job.State == JobState.Dead));
            if (request.Jobs is { } wanted) failing = failing.Where(job => wanted.Contains(job.Id));
            var jobs = await failing.ToListAsync(cancel);
            if (jobs.Count == 0) return request.Jobs is null ? 0 : JobFailures.NotFailing;
            jobs.ForEach(job => job.TryAgain());
            work.Journal.Write(new JobsRetried([.. jobs.Select(job => job.Id)]), request.By);
            return jobs.Count;
        },
        cancel);
}

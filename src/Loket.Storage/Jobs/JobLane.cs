using Loket.Storage.Tenancy;
using Microsoft.Extensions.Logging;

namespace Loket.Storage.Jobs;

/// <summary>Does the jobs of one tenant as they fall due: woken by commits of this process and by calls of others, with a poll behind it for timers.
/// A job that takes long holds up no other.</summary>
internal sealed class JobLane(Tenant tenant, JobRunner runner, JobSignal signal, ILogger log)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookForTheGone = TimeSpan.FromSeconds(10);

    private readonly HashSet<Task> underWay = [];
    private long lookedAt;
    private string? trouble;

    public async Task Run(CancellationToken stop)
    {
        // What the program needs for its first page goes first.
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await runner.Prepare(tenant, stop);
                await using var line = await tenant.Database.OpenWorkerLine(tenant.Connection, runner.Owner, stop);
                await Work(line, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                // An outage is told once, not every second.
                if (trouble != (trouble = exception.Message)) log.LogError(exception, "The jobs of {Tenant} could not be read", tenant.Name);
                await Task.Delay(Poll, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Work(IWorkerLine? line, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var listening = line?.Listen(() => signal.Wake(tenant), end.Token) ?? Task.Delay(Timeout.Infinite, end.Token);
        try
        {
            while (!listening.IsCompleted)
            {
                if (line is not null) await FreeNowAndThen(line, stop);
                if (!await TakeWhatFits(line, stop)) await signal.Wait(tenant, Poll, stop);
            }

            await listening;
        }
        finally
        {
            await end.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims as many due jobs as can be done now; true when there may be more and there is room for them.</summary>
    private async Task<bool> TakeWhatFits(IWorkerLine? line, CancellationToken stop)
    {
        underWay.RemoveWhere(task => task.IsCompleted);
        var free = AtOnce - underWay.Count;
        var claimed = free == 0 ? [] : await runner.Claim(tenant, free, stop);
        foreach (var job in claimed) underWay.Add(Do(job, stop));
        // Others are called only when they are needed: a call at each commit would make them all look, and would queue the commits behind each other.
        if (line is not null && claimed.Count == free) await line.Call(stop);
        return claimed.Count == free && free > 0;
    }

    private async Task Do(Claimed job, CancellationToken stop)
    {
        try
        {
            await runner.Do(tenant, job, stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Not even the failure could be written: the lease runs out and it is tried again.
            log.LogError(exception, "Job {Kind} {Id} of {Tenant} could not be ended", job.Kind, job.Id.Value, tenant.Name);
        }
        finally
        {
            signal.Wake(tenant);
        }
    }

    private async Task FreeNowAndThen(IWorkerLine line, CancellationToken stop)
    {
        if (lookedAt != 0 && TimeProvider.System.GetElapsedTime(lookedAt) < LookForTheGone) return;
        lookedAt = TimeProvider.System.GetTimestamp();
        if (await line.FreeOfTheGone(stop) is > 0 and var freed) log.LogWarning("{Count} jobs of {Tenant} were left by a process that is gone; they are done again", freed, tenant.Name);
    }
}

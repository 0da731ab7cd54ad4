using Loket.Storage.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Loket.Storage.Jobs;

/// <summary>Does the jobs of all tenants while the program runs: woken by commits of this process, with a poll behind it for timers and other nodes.</summary>
public sealed class JobWorker(TenantCatalogue tenants, JobRunner runner, JobSignal signal, ILogger<JobWorker> log) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var prepared = new HashSet<Tenant>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var full = false;
            foreach (var tenant in tenants.All)
            {
                try
                {
                    if (prepared.Add(tenant)) await runner.Prepare(tenant, stoppingToken);
                    full |= await runner.RunDue(tenant, Batch, stoppingToken) == Batch;
                }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception exception)
                {
                    prepared.Remove(tenant);
                    log.LogError(exception, "The jobs of {Tenant} could not be read", tenant.Name);
                }
            }

            if (!full) await signal.Wait(Poll, stoppingToken);
        }
    }
}

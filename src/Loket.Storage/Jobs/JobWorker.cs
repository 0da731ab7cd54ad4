using Loket.Storage.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Loket.Storage.Jobs;

/// <summary>Does the jobs of all tenants while the program runs, each tenant in a lane of its own: a slow mail server of one holds up nobody else.</summary>
public sealed class JobWorker(TenantCatalogue tenants, JobRunner runner, JobSignal signal, ILogger<JobWorker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(tenants.All.Select(tenant => new JobLane(tenant, runner, signal, log).Run(stoppingToken)));
}

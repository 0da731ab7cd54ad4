using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Loket.Hosting;

/// <summary>What a load balancer or a service manager asks: does the process live, may it get requests.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<DatabasesAnswer>("databases");

    /// <summary>Answers before a tenant is chosen, so under every host name.</summary>
    public static void UseHealth(this IApplicationBuilder app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready");
    }

    /// <summary>One municipality whose database is away must not take the others off the air, so one that answers is enough; doctor looks at each.</summary>
    private sealed class DatabasesAnswer(TenantCatalogue tenants, Databases databases) : IHealthCheck
    {
        private const int Sample = 5;
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var asked = tenants.All.ToArray();
            Random.Shared.Shuffle(asked);
            var answers = await Task.WhenAll(asked.Take(Sample).Select(tenant => Answers(tenant, cancellationToken)));
            return answers.Contains(true) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }

        private async Task<bool> Answers(Tenant tenant, CancellationToken cancel)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            try
            {
                await using var db = databases.Open(tenant);
                return await db.Database.CanConnectAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}

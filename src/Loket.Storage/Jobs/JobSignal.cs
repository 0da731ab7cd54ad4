using System.Runtime.CompilerServices;
using Loket.Storage.Tenancy;

namespace Loket.Storage.Jobs;

/// <summary>Wakes the worker of a tenant when a commit queued something, or when another process says so.</summary>
public sealed class JobSignal
{
    private readonly ConditionalWeakTable<Tenant, SemaphoreSlim> signals = [];

    /// <summary>There is something to do.</summary>
    public void Wake(Tenant tenant)
    {
        try
        {
            Of(tenant).Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
    }

    internal Task<bool> Wait(Tenant tenant, TimeSpan atMost, CancellationToken cancel) => Of(tenant).WaitAsync(atMost, cancel);

    private SemaphoreSlim Of(Tenant tenant) => signals.GetValue(tenant, static _ => new SemaphoreSlim(0, 1));
}

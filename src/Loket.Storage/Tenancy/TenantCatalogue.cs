using System.Collections.Concurrent;

namespace Loket.Storage.Tenancy;

/// <summary>The tenants of this installation, found by host name.</summary>
public sealed class TenantCatalogue
{
    private readonly ConcurrentDictionary<string, Tenant> byHost = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Tenant> byName = new(StringComparer.Ordinal);

    /// <summary>All tenants.</summary>
    public IReadOnlyCollection<Tenant> All => [.. byName.Values];

    /// <summary>The kinds of database that they use.</summary>
    public IEnumerable<IDatabaseKind> Databases => byName.Values.Select(tenant => tenant.Database).DistinctBy(database => database.Name);

    /// <summary>The tenant of a host name; a single tenant that names no hosts answers to every name.</summary>
    public Tenant? Find(string host)
    {
        if (byHost.TryGetValue(host, out var tenant)) return tenant;
        return byName.Count == 1 && byName.Values.First() is { Hosts.Count: 0 } only ? only : null;
    }

    /// <summary>Takes a tenant into use.</summary>
    public void Add(Tenant tenant)
    {
        if (!byName.TryAdd(tenant.Name, tenant)) throw new InvalidOperationException($"Tenant {tenant.Name} is there already.");
        foreach (var host in tenant.Hosts) byHost[host] = tenant;
    }

    /// <summary>Takes a tenant out of use.</summary>
    public void Remove(Tenant tenant)
    {
        foreach (var host in tenant.Hosts) byHost.TryRemove(host, out _);
        byName.TryRemove(tenant.Name, out _);
    }
}

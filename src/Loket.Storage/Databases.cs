using System.Collections.Concurrent;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage;

/// <summary>Opens contexts on a tenant's database.</summary>
public sealed class Databases(Rooms rooms)
{
    private readonly ConcurrentDictionary<(IDatabaseKind, string), (DbContextOptions<LoketDb> Options, StandingMemory Memory)> known = new();

    /// <summary>A fresh context; the caller disposes it.</summary>
    public LoketDb Open(Tenant tenant) => Open(tenant.Database, tenant.Connection);

    /// <summary>A fresh context on a database that need not belong to a tenant yet.</summary>
    public LoketDb Open(IDatabaseKind kind, string connection)
    {
        var (options, memory) = known.GetOrAdd((kind, connection), static key =>
        {
            var builder = new DbContextOptionsBuilder<LoketDb>();
            key.Item1.Configure(builder, key.Item2);
            // A context is used by one request at a time; tests and analyzers would tell otherwise, a check at each query need not.
            builder.UseSnakeCaseNamingConvention().EnableThreadSafetyChecks(false);
            return (builder.Options, new StandingMemory());
        });
        return new LoketDb(options, rooms, kind, memory);
    }
}

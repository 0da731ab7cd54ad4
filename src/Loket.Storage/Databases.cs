using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Loket.Storage.Model;
using Loket.Storage.Standing;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Loket.Storage;

/// <summary>Opens contexts on a tenant's database.</summary>
public sealed class Databases(Rooms rooms)
{
    // As many as work at once in a busy hour; more are made when they are needed, and not kept.
    private const int KeptContexts = 64;

    private readonly ConcurrentDictionary<(IDatabaseKind, string), DbContextOptions<LoketDb>> known = new();

    // Making a context costs more than most of what is asked of it, so each is used again and again. They go when their tenant goes.
    private readonly ConditionalWeakTable<Tenant, PooledDbContextFactory<LoketDb>> pools = [];

    /// <summary>A context in which nothing was read yet; the caller disposes it.</summary>
    public LoketDb Open(Tenant tenant) =>
        pools.GetValue(tenant, one => new PooledDbContextFactory<LoketDb>(OptionsOf(one.Database, one.Connection), KeptContexts)).CreateDbContext();

    /// <summary>A fresh context on a database that need not belong to a tenant yet.</summary>
    public LoketDb Open(IDatabaseKind kind, string connection) => new(OptionsOf(kind, connection));

    private DbContextOptions<LoketDb> OptionsOf(IDatabaseKind kind, string connection) => known.GetOrAdd((kind, connection), key =>
    {
        var builder = new DbContextOptionsBuilder<LoketDb>();
        key.Item1.Configure(builder, key.Item2);
        // A context is used by one request at a time; tests and analyzers would tell otherwise, a check at each query need not.
        builder.UseSnakeCaseNamingConvention().EnableThreadSafetyChecks(false);
        if (rooms.Compiled(key.Item1) is { } model) builder.UseModel(model);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new LoketDbSettings(rooms, key.Item1, new StandingMemory()));
        return builder.Options;
    });
}

using System.Collections.Concurrent;
using Loket.Storage.Model;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Storage;

/// <summary>Opens contexts on a tenant's database.</summary>
public sealed class Databases(Rooms rooms)
{
    private readonly ConcurrentDictionary<(IDatabaseKind, string), DbContextOptions<LoketDb>> options = new();

    /// <summary>A fresh context; the caller disposes it.</summary>
    public LoketDb Open(Tenant tenant) => Open(tenant.Database, tenant.Connection);

    /// <summary>A fresh context on a database that need not belong to a tenant yet.</summary>
    public LoketDb Open(IDatabaseKind kind, string connection) =>
        new(options.GetOrAdd((kind, connection), static key =>
        {
            var builder = new DbContextOptionsBuilder<LoketDb>();
            key.Item1.Configure(builder, key.Item2);
            builder.UseSnakeCaseNamingConvention();
            return builder.Options;
        }), rooms, kind);
}

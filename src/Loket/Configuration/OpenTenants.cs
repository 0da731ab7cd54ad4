using Loket.Commands;
using Loket.Kernel;
using Loket.Storage.Postgres;
using Loket.Storage.Sqlite;
using Loket.Storage.Tenancy;

namespace Loket.Configuration;

/// <summary>The municipalities of the settings, with their secrets read and, on SQLite, locked for this process.</summary>
public sealed class OpenTenants : IDisposable
{
    private static readonly SqliteKind Sqlite = new();
    private static readonly PostgresKind Postgres = new();

    private readonly List<Tenant> tenants = [];
    private readonly List<TenantLock> locks = [];
    private readonly List<Problem> problems = [];

    private OpenTenants()
    {
    }

    /// <summary>Those that could be opened.</summary>
    public IReadOnlyList<Tenant> Tenants => tenants;

    /// <summary>Why the others could not.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Opens them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="demoAllowed">Whether secrets of the demo will do.</param>
    /// <param name="locked">Whether this process is going to write.</param>
    /// <param name="only">The one that is opened; null for all.</param>
    public static OpenTenants Open(LoketSettings settings, bool demoAllowed, bool locked, string? only = null)
    {
        var opened = new OpenTenants();
        foreach (var (name, tenant) in settings.Tenants.Where(one => only is null || one.Key == only).OrderBy(tenant => tenant.Key, StringComparer.Ordinal))
            opened.Add(name, tenant, demoAllowed, locked);
        return opened;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tenant in tenants) tenant.Dispose();
        foreach (var held in locks) held.Dispose();
    }

    private void Add(string name, TenantSettings settings, bool demoAllowed, bool locked)
    {
        var place = TenantPlace.Of(name, settings);
        var secret = SecretFile.Read(place.SecretFile, demoAllowed, out var problem);
        var numberKeys = NumberKeyFile.Read(place.NumberKeyFile, out var wrong);
        problem ??= wrong;
        if (problem is null && locked) locks.Add(TenantLock.Take(place.File, out problem));
        if (problem is not null)
        {
            problems.Add(problem with { Words = $"{name}: {problem.Words}" });
            return;
        }

        IDatabaseKind kind = settings.Database == "sqlite" ? Sqlite : Postgres;
        var tenant = new Tenant(name, settings.Hosts, kind, place.Connection, place.Folder, secret, new BusinessClock(TimeProvider.System));
        NumberKeyFile.AddTo(tenant.NumberKeys, numberKeys);
        tenants.Add(tenant);
    }
}

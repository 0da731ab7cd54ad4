using Loket.Kernel;

namespace Loket.Storage.Tenancy;

/// <summary>One municipality on the installation: its own database, keys, files and clock.</summary>
public sealed class Tenant : IDisposable
{
    /// <summary>A tenant.</summary>
    /// <param name="name">Short technical name, unique on the installation.</param>
    /// <param name="hosts">The host names under which it is reached.</param>
    /// <param name="database">Which database it has.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="folder">Where its files and seals are kept.</param>
    /// <param name="secret">The master secret, at least 32 bytes; all keys are derived from it and it is never stored in the database.</param>
    /// <param name="clock">Its business clock.</param>
    public Tenant(string name, IReadOnlyList<string> hosts, IDatabaseKind database, string connection, string folder, byte[] secret, BusinessClock clock)
    {
        (Name, Hosts, Database, Connection, Folder, Clock) = (name, hosts, database, connection, folder, clock);
        Keys = new TenantKeys(secret);
        NumberKeys = new KeyRing(Keys);
        Gate = database.OneWriter ? new SemaphoreSlim(1, 1) : null;
    }

    /// <summary>Short technical name.</summary>
    public string Name { get; }

    /// <summary>The host names under which it is reached.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>Which database it has.</summary>
    public IDatabaseKind Database { get; }

    /// <summary>The connection string.</summary>
    public string Connection { get; }

    /// <summary>Where its files and seals are kept.</summary>
    public string Folder { get; }

    /// <summary>Its keys.</summary>
    public TenantKeys Keys { get; }

    /// <summary>The keys under which national numbers are kept; those that were renewed are added when it is opened.</summary>
    public KeyRing NumberKeys { get; }

    /// <summary>Its business clock.</summary>
    public BusinessClock Clock { get; }

    /// <summary>The queue of writers where the database takes one at a time: a busy lock polled in 150 ms sleeps costs far more than waiting in line.</summary>
    internal SemaphoreSlim? Gate { get; }

    /// <inheritdoc />
    public void Dispose() => Gate?.Dispose();
}

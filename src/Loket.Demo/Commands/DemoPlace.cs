using System.Security.Cryptography;
using System.Text;
using Loket.Configuration;
using Loket.Demo.Outside;

namespace Loket.Demo.Commands;

/// <summary>Where the demo keeps its things: <c>data</c> in the current folder, and a server of its own for PostgreSQL.</summary>
internal sealed class DemoPlace(string database)
{
    public const string Tenant = "haarlemmermeer";

    private static readonly string Data = Path.GetFullPath("data");

    public string Folder { get; } = Path.Combine(Data, database == "sqlite" ? Tenant : $"{Tenant}-{database}");

    public string SecretFile => Path.Combine(Folder, "secret");

    /// <summary>Root can't run PostgreSQL, and its own user can't read a checkout that only root may read.</summary>
    public string Cluster { get; } = Environment.UserName == "root"
        ? Path.Combine("/var/lib/loket-demo", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..12])
        : Path.Combine(Data, "postgres");

    public LoketSettings Settings(int port, PostgresCluster? cluster) => new()
    {
        Listen = $"http://127.0.0.1:{port}",
        KeysFolder = Path.Combine(Data, "keys"),
        Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal)
        {
            [Tenant] = new() { Database = database, Connection = cluster?.ConnectionTo(Tenant, mostConnections: 40), Folder = Folder },
        },
    };
}

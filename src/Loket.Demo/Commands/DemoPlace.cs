using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loket.Configuration;
using Loket.Demo.Outside;

namespace Loket.Demo.Commands;

/// <summary>Where the demo keeps its things: <c>data</c> in the current folder, and a server of its own for PostgreSQL.</summary>
internal sealed class DemoPlace(string database)
{
    public const string Tenant = "haarlemmermeer";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly string Data = Path.GetFullPath("data");

    public string Folder { get; } = Path.Combine(Data, database == "sqlite" ? Tenant : $"{Tenant}-{database}");

    public string SecretFile => Path.Combine(Folder, "secret");

    /// <summary>Root can't run PostgreSQL, and its own user can't read a checkout that only root may read.</summary>
    public string Cluster { get; } = Environment.UserName == "root"
        ? Path.Combine("/var/lib/loket-demo", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..12])
        : Path.Combine(Data, "postgres");

    /// <summary>The settings as a file, so that doctor can look at the demo too.</summary>
    public string SettingsFile { get; } = Path.Combine(Data, database == "sqlite" ? "loket.json" : $"loket-{database}.json");

    public void Write(LoketSettings settings)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new FileStream(SettingsFile, options);
        JsonSerializer.Serialize(file, settings, Indented);
    }

    public LoketSettings Settings(int port, PostgresCluster? cluster) => new()
    {
        Listen = $"http://127.0.0.1:{port}",
        Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal)
        {
            [Tenant] = new() { Database = database, Connection = cluster?.ConnectionTo(Tenant, mostConnections: 40), Folder = Folder },
        },
    };
}

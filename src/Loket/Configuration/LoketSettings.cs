namespace Loket.Configuration;

/// <summary>Settings of the installation, as they stand in <c>loket.json</c> and in variables that begin with <c>LOKET__</c>.</summary>
public sealed class LoketSettings
{
    /// <summary>The addresses on which it listens, separated by semicolons; a proxy in front does TLS.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Addresses of proxies whose word is taken for the visitor's address and for https; empty: nobody's.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Where figures and traces go (OTLP over HTTP, for example <c>http://127.0.0.1:4318</c>); null: nowhere.</summary>
    public string? Telemetry { get; init; }

    /// <summary>How much is logged, as in any ASP.NET Core program.</summary>
    public IConfigurationSection? Logging { get; init; }

    /// <summary>The municipalities, by short technical name.</summary>
    public IReadOnlyDictionary<string, TenantSettings> Tenants { get; init; } = new Dictionary<string, TenantSettings>(StringComparer.Ordinal);
}

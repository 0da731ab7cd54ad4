using Loket.Storage.Sqlite;

namespace Loket.Configuration;

/// <summary>Where the things of a municipality stand on this machine, as full paths.</summary>
/// <param name="Folder">Its files and daily seals.</param>
/// <param name="File">Its database file; null on PostgreSQL.</param>
/// <param name="SecretFile">Its master secret.</param>
/// <param name="NumberKeyFile">Its renewed keys of national numbers.</param>
/// <param name="Connection">The connection string of its database.</param>
internal sealed record TenantPlace(string Folder, string? File, string SecretFile, string NumberKeyFile, string Connection)
{
    public static TenantPlace Of(string name, TenantSettings settings)
    {
        var folder = Path.GetFullPath(settings.Folder ?? Path.Combine("data", name));
        var file = settings.Database == "sqlite" ? Path.GetFullPath(settings.File ?? Path.Combine(folder, "loket.db")) : null;
        var secret = Path.GetFullPath(settings.SecretFile ?? Path.Combine(folder, "secret"));
        var numberKeys = Path.GetFullPath(settings.NumberKeyFile ?? Path.Combine(folder, "number-keys"));
        return new TenantPlace(folder, file, secret, numberKeys, file is null ? settings.Connection ?? "" : SqliteKind.ConnectionTo(file));
    }
}

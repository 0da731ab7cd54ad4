using System.Text;
using Dapper;
using Loket.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Where in a town a word is still to be found that stood in all that somebody said.</summary>
internal static class Traces
{
    /// <summary>In which columns of the database, whatever they are; and on SQLite in which of its files.</summary>
    public static async Task<IReadOnlyList<string>> Of(string marker, Town town)
    {
        await using var db = town.Open();
        var connection = db.Database.GetDbConnection();
        var isSqlite = town.Tenant.Database.Name == "sqlite";
        var columns = (await connection.QueryAsync<(string Table, string Column)>(isSqlite
            ? "SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table'"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()")).ToList();
        Assert.True(columns.Count > 200);
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM \"{table}\" WHERE LOWER(CAST(\"{column}\" AS TEXT)) LIKE '%{marker}%'") > 0) found.Add($"{table}.{column}");
        }

        if (!isSqlite) return found;
        var file = new SqliteConnectionStringBuilder(town.Tenant.Connection).DataSource;
        foreach (var path in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            if (Encoding.Latin1.GetString(bytes.ToArray()).Contains(marker, StringComparison.OrdinalIgnoreCase)) found.Add(Path.GetFileName(path));
        }

        return found;
    }
}

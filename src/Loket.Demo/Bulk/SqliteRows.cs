using Microsoft.Data.Sqlite;

namespace Loket.Demo.Bulk;

/// <summary>Puts rows into SQLite with prepared statements, many to a transaction. What is filled is thrown away or made again, so it need not survive a power cut.</summary>
internal sealed class SqliteRows : IRowSink
{
    private const int PerTransaction = 100_000;

    private readonly SqliteConnection connection;
    private readonly Dictionary<BulkTable, SqliteCommand> inserts = [];
    private int open;

    private SqliteRows(SqliteConnection connection) => this.connection = connection;

    public static async Task<SqliteRows> Open(string connectionString, CancellationToken cancel)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000; BEGIN", cancel);
        return new SqliteRows(connection);
    }

    public async Task Write(IEnumerable<BulkRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            if (!inserts.TryGetValue(row.Table, out var insert)) inserts.Add(row.Table, insert = Insert(connection, row.Table));
            Fill(insert, row);
            insert.ExecuteNonQuery();
            open++;
        }

        if (open < PerTransaction) return;
        await Run(connection, "COMMIT; BEGIN", cancel);
        open = 0;
    }

    public Task Finish(CancellationToken cancel) => Run(connection, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE); BEGIN", cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values) await insert.DisposeAsync();
        await connection.DisposeAsync();
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>A prepared statement for one row of a table.</summary>
    public static SqliteCommand Insert(SqliteConnection connection, BulkTable table)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnNames}) VALUES ({string.Join(", ", table.Columns.Select((_, place) => $"@p{place}"))})";
        for (var place = 0; place < table.Columns.Count; place++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{place}" });
        command.Prepare();
        return command;
    }

    public static void Fill(SqliteCommand insert, BulkRow row)
    {
        for (var place = 0; place < row.Values.Length; place++) insert.Parameters[place].Value = row.Values[place] ?? DBNull.Value;
    }

    private static async Task Run(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancel);
    }
}

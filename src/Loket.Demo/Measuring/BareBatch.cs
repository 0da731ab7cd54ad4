using Loket.Demo.Bulk;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loket.Demo.Measuring;

/// <summary>Inserts rows in one commit with prepared statements and nothing around it: what the database could do if the program did nothing else.
/// As durable as the program's own commits, with the same guards and keys, and on SQLite with the same gate.</summary>
internal abstract class BareBatch : IAsyncDisposable
{
    /// <summary>Inserts rows for a client.</summary>
    public abstract Task Insert(int client, IReadOnlyList<BulkRow> rows);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();

    public static async Task<BareBatch> Open(bool sqlite, string connection, int clients, CancellationToken cancel) =>
        sqlite ? await OnSqlite.Open(connection, clients, cancel) : await OnPostgres.Open(connection, clients, cancel);

    private sealed class OnSqlite(IReadOnlyList<SqliteConnection> connections) : BareBatch
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private readonly List<Dictionary<BulkTable, SqliteCommand>> inserts = [.. connections.Select(_ => new Dictionary<BulkTable, SqliteCommand>())];

        public static async Task<BareBatch> Open(string connection, int clients, CancellationToken cancel)
        {
            var connections = new List<SqliteConnection>();
            for (var client = 0; client < clients; client++)
            {
                var one = new SqliteConnection(connection);
                await one.OpenAsync(cancel);
                await using var set = one.CreateCommand();
                set.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32000";
                await set.ExecuteNonQueryAsync(cancel);
                connections.Add(one);
            }

            return new OnSqlite(connections);
        }

        public override async Task Insert(int client, IReadOnlyList<BulkRow> rows)
        {
            await gate.WaitAsync();
            try
            {
                await using var transaction = connections[client].BeginTransaction(deferred: false);
                foreach (var row in rows)
                {
                    if (!inserts[client].TryGetValue(row.Table, out var insert)) inserts[client].Add(row.Table, insert = SqliteRows.Insert(connections[client], row.Table));
                    insert.Transaction = transaction;
                    SqliteRows.Fill(insert, row);
                    insert.ExecuteNonQuery();
                }

                await transaction.CommitAsync();
            }
            finally
            {
                gate.Release();
            }
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var insert in inserts.SelectMany(one => one.Values)) await insert.DisposeAsync();
            foreach (var connection in connections) await connection.DisposeAsync();
            gate.Dispose();
        }
    }

    private sealed class OnPostgres(IReadOnlyList<NpgsqlConnection> connections) : BareBatch
    {
        public static async Task<BareBatch> Open(string connection, int clients, CancellationToken cancel)
        {
            var prepared = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, MaxPoolSize = clients + 2 }.ToString();
            var connections = new List<NpgsqlConnection>();
            for (var client = 0; client < clients; client++)
            {
                var one = new NpgsqlConnection(prepared);
                await one.OpenAsync(cancel);
                connections.Add(one);
            }

            return new OnPostgres(connections);
        }

        // One round trip and one commit: a batch without a transaction around it is one.
        public override async Task Insert(int client, IReadOnlyList<BulkRow> rows)
        {
            await using var batch = new NpgsqlBatch(connections[client]);
            foreach (var row in rows)
            {
                var insert = new NpgsqlBatchCommand($"INSERT INTO \"{row.Table.Name}\" ({row.Table.ColumnNames}) VALUES ({row.Table.Numbered})");
                foreach (var value in row.Values)
                    insert.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value } : new NpgsqlParameter { Value = value, NpgsqlDbType = PostgresRows.TypeOf(value) });
                batch.BatchCommands.Add(insert);
            }

            await batch.ExecuteNonQueryAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var connection in connections) await connection.DisposeAsync();
        }
    }
}

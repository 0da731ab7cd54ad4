using Npgsql;
using NpgsqlTypes;

namespace Loket.Demo.Bulk;

/// <summary>Puts rows into PostgreSQL with COPY, table by table.</summary>
internal sealed class PostgresRows : IRowSink
{
    private const int PerCopy = 50_000;

    private readonly NpgsqlConnection connection;
    private readonly IReadOnlyList<BulkTable> order;
    private readonly Dictionary<string, List<BulkRow>> waiting = new(StringComparer.Ordinal);
    private int count;

    private PostgresRows(NpgsqlConnection connection, IReadOnlyList<BulkTable> order) => (this.connection, this.order) = (connection, order);

    public static async Task<PostgresRows> Open(string connectionString, IReadOnlyList<BulkTable> order, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return new PostgresRows(connection, order);
    }

    public async Task Write(IEnumerable<BulkRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows)
        {
            if (!waiting.TryGetValue(row.Table.Name, out var list)) waiting.Add(row.Table.Name, list = []);
            list.Add(row);
            count++;
        }

        if (count >= PerCopy) await Flush(cancel);
    }

    public async Task Finish(CancellationToken cancel)
    {
        await Flush(cancel);
        if (waiting.FirstOrDefault(table => table.Value.Count > 0).Key is { } left) throw new InvalidOperationException($"Rows of {left} were not written.");
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public static NpgsqlDbType TypeOf(object value) => value switch
    {
        Guid => NpgsqlDbType.Uuid,
        long => NpgsqlDbType.Bigint,
        int => NpgsqlDbType.Integer,
        short => NpgsqlDbType.Smallint,
        double => NpgsqlDbType.Double,
        bool => NpgsqlDbType.Boolean,
        byte[] => NpgsqlDbType.Bytea,
        string => NpgsqlDbType.Text,
        _ => throw new InvalidOperationException($"A value of {value.GetType().Name} is not known here."),
    };

    private async Task Flush(CancellationToken cancel)
    {
        foreach (var table in order)
        {
            if (!waiting.TryGetValue(table.Name, out var rows) || rows.Count == 0) continue;
            await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", cancel);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancel);
                foreach (var value in row.Values)
                {
                    if (value is null) await copy.WriteNullAsync(cancel);
                    else await copy.WriteAsync(value, TypeOf(value), cancel);
                }
            }

            await copy.CompleteAsync(cancel);
            rows.Clear();
        }

        count = 0;
    }
}

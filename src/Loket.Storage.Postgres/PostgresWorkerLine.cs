using Dapper;
using Loket.Storage.Jobs;
using Npgsql;

namespace Loket.Storage.Postgres;

/// <summary>LISTEN and NOTIFY between workers. The listening connection also holds a lock of the session that names its worker: the server frees it
/// when the process dies, so the others can see that it is gone.</summary>
/// <remarks>Needs a connection of its own to the server, so no pooler that shares sessions out per transaction. When this connection breaks while the
/// process lives, another may start a job a second time; the fence of the claim keeps the database right, and messages go with the same Message-ID.</remarks>
internal sealed class PostgresWorkerLine : IWorkerLine
{
    private const string Channel = "loket_jobs";

    // The key of a worker's lock is the first eight bytes of its id.
    private const string Begin = $"LISTEN {Channel}; SELECT pg_advisory_lock(('x' || left(replace(@worker::text, '-', ''), 16))::bit(64)::bigint)";

    private const string Free = """
        WITH others AS MATERIALIZED (SELECT DISTINCT owner FROM jobs WHERE owner IS NOT NULL AND owner <> @worker),
             gone AS MATERIALIZED (SELECT owner FROM others WHERE pg_try_advisory_xact_lock(('x' || left(replace(owner::text, '-', ''), 16))::bit(64)::bigint))
        UPDATE jobs SET owner = NULL, ready_at = 0 WHERE state = 'Open' AND owner IN (SELECT owner FROM gone)
        """;

    private readonly NpgsqlConnection listening;
    private readonly string pooled;
    private readonly Guid worker;

    private PostgresWorkerLine(NpgsqlConnection listening, string pooled, Guid worker) => (this.listening, this.pooled, this.worker) = (listening, pooled, worker);

    public static async Task<PostgresWorkerLine> Open(string connection, Guid worker, CancellationToken cancel)
    {
        // Asked now and then whether it still lives, so that a server that vanished without a word is noticed.
        var listening = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 15 }.ToString());
        try
        {
            await listening.OpenAsync(cancel);
            await listening.ExecuteAsync(new CommandDefinition(Begin, new { worker }, cancellationToken: cancel));
            return new PostgresWorkerLine(listening, connection, worker);
        }
        catch
        {
            await listening.DisposeAsync();
            throw;
        }
    }

    public async Task Listen(Action called, CancellationToken cancel)
    {
        listening.Notification += (_, said) =>
        {
            if (said.Payload != worker.ToString()) called();
        };
        while (true) await listening.WaitAsync(cancel);
    }

    public async Task Call(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(pooled);
        await connection.ExecuteAsync(new CommandDefinition($"SELECT pg_notify('{Channel}', @me)", new { me = worker.ToString() }, cancellationToken: cancel));
    }

    public async Task<int> FreeOfTheGone(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(pooled);
        return await connection.ExecuteAsync(new CommandDefinition(Free, new { worker }, cancellationToken: cancel));
    }

    public ValueTask DisposeAsync() => listening.DisposeAsync();
}

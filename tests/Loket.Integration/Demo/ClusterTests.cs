using Loket.Demo.Outside;
using Npgsql;
using Xunit;

namespace Loket.Integration.Demo;

/// <summary>The server of the demo on PostgreSQL, which keeps its data from one start to the next.</summary>
public sealed class ClusterTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "loket-cluster-" + Guid.NewGuid().ToString("N")[..12]);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start_and_a_server_that_still_runs_is_taken_over()
    {
        await using (var first = await PostgresCluster.StartAt(folder, Cancel))
        {
            await Ask(first, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('lamp'); SELECT word FROM kept");
        }

        // As of a demo that was killed: nobody stops its server.
        var second = await PostgresCluster.StartAt(folder, Cancel);
        await using var third = await PostgresCluster.StartAt(folder, Cancel);
        Assert.Equal("lamp", await Ask(second, "SELECT word FROM kept"));
        Assert.Equal("lamp", await Ask(third, "SELECT word FROM kept"));
        Assert.Equal((second.ProcessId, second.Port), (third.ProcessId, third.Port));
    }

    private static async Task<string?> Ask(PostgresCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel) as string;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Loket.Storage.Jobs;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Storage;

public sealed class WorkerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_on_one_database_hear_each_other_and_not_themselves()
    {
        await using var town = await Town.On(Database.Postgres, Start.Empty);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        await using var first = (await town.Tenant.Database.OpenWorkerLine(town.Tenant.Connection, one, Cancel))!;
        await using var second = (await town.Tenant.Database.OpenWorkerLine(town.Tenant.Connection, other, Cancel))!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var heard = new ConcurrentQueue<string>();
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (listening, too) = (first.Listen(() => heard.Enqueue("first"), end.Token), second.Listen(() =>
        {
            heard.Enqueue("second");
            called.TrySetResult();
        }, end.Token));

        await first.Call(Cancel);
        await called.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(["second"], heard);
        await end.CancelAsync();
        await Task.WhenAll(listening, too).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task What_a_worker_had_claimed_is_free_as_soon_as_it_is_gone_and_not_before()
    {
        await using var town = await Town.On(Database.Postgres, Start.Empty);
        var (here, gone) = (Guid.NewGuid(), Guid.NewGuid());
        await using var mine = (await town.Tenant.Database.OpenWorkerLine(town.Tenant.Connection, here, Cancel))!;
        var theirs = (await town.Tenant.Database.OpenWorkerLine(town.Tenant.Connection, gone, Cancel))!;
        await ClaimedBy(town, gone);

        Assert.Equal(0, await mine.FreeOfTheGone(Cancel));
        await theirs.DisposeAsync();
        Assert.Equal(1, await Freed(mine));
    }

    [Fact]
    public async Task What_a_killed_program_had_claimed_on_its_own_file_is_free_when_it_starts_again()
    {
        await using var town = await Town.On(Database.Sqlite, Start.Empty);
        await ClaimedBy(town, Guid.NewGuid());

        await town.Use<JobRunner, bool>(async runner =>
        {
            await runner.Prepare(town.Tenant, Cancel);
            return true;
        });

        await using var db = town.Open();
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM jobs WHERE owner IS NOT NULL").SingleAsync(Cancel));
    }

    private static async Task ClaimedBy(Town town, Guid worker)
    {
        await using var db = town.Open();
        var (id, owner) = (town.Tenant.Database.Parameter(Guid.NewGuid()), town.Tenant.Database.Parameter(worker));
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO jobs (id, kind, payload, due_at, ready_at, state, owner, attempt) VALUES ({0}, 'journal.seal', '{{}}', 0, 9000000000000000, 'Open', {1}, 1)", [id, owner], Cancel);
    }

    // The server notices that a connection is gone a moment after we close it.
    private static async Task<int> Freed(IWorkerLine line)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30))
        {
            if (await line.FreeOfTheGone(Cancel) is > 0 and var freed) return freed;
        }

        return 0;
    }
}

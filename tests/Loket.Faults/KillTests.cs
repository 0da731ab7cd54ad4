using System.Globalization;
using Loket.Testing;
using Xunit;

namespace Loket.Faults;

/// <summary>The program is taken down (SIGKILL) at random moments while contacts come in and messages go out.</summary>
public sealed class KillTests
{
    private const string SeedVariable = "LOKET_FAULTS_SEED";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public Task What_was_acknowledged_stands_once_and_everybody_hears_though_the_program_is_killed_ten_times(Database database) => Kill(database, rounds: 10);

    [Theory(Explicit = true), BothDatabases]
    public Task What_was_acknowledged_stands_once_and_everybody_hears_though_the_program_is_killed_a_hundred_times(Database database) => Kill(database, rounds: 100);

    private static async Task Kill(Database database, int rounds)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var set) ? set : Random.Shared.Next(1_000_000);
        Console.WriteLine($"{database}: {rounds} rounds, seed {seed} (set {SeedVariable} to repeat)");
        var random = new Random(seed);
        await using var town = await FaultyTown.Start(database, Cancel);
        var crowd = new Crowd(town, await ApiClient.SignIn(town, Cancel));
        var check = new Check(town, crowd);
        for (var round = 1; round <= rounds; round++)
        {
            var restarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (underWay, asking) = crowd.Keep(restarted.Task, Cancel);
            await Task.WhenAny(asking, underWay);
            var moment = TimeSpan.FromMilliseconds(random.Next(1500));
            await Task.WhenAny(asking, Task.Delay(moment, Cancel));
            Assert.False(asking.IsFaulted, asking.Exception?.ToString());
            await town.Program.Kill();
            await check.Killed(Cancel);

            await town.Restart();
            restarted.SetResult();
            await asking;
            await town.Drained(Cancel);
            Console.WriteLine($"{database} round {round}: killed after {moment.TotalMilliseconds:0} ms; {await check.Everything(Cancel)}");
        }

        foreach (var line in check.RawArrivals()) Console.WriteLine($"{database}: {line}");
    }
}

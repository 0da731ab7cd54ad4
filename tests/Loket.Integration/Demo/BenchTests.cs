using System.Text.Json;
using Loket.Commands;
using Loket.Demo.Commands;
using Loket.Demo.Measuring;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Demo;

/// <summary>Measuring works and says what it says it says; the figures of so short a run mean nothing.</summary>
public sealed class BenchTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("loket-bench-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_quick_run_prints_its_figures_beside_their_goals(string database)
    {
        var (code, printed, told) = await LoketProcess.RunDemoApart(folder, "bench", "intake", "start", "suggestions", "--quick", "--cases", "1000", "--database", database, "--json");

        Assert.True(code is ExitCode.Ok or ExitCode.NotWell, told);
        using var json = JsonDocument.Parse(printed);
        var figures = json.RootElement.EnumerateArray().ToList();
        Assert.All(figures, one =>
        {
            Assert.Equal(["figure", "database", "value", "unit", "goal", "holds"], one.EnumerateObject().Select(part => part.Name));
            Assert.Equal(database, one.GetProperty("database").GetString());
            Assert.True(one.GetProperty("value").GetDouble() >= 0);
        });
        Assert.All(
            [("share of the bare batch", 0.25), ("first page after start, median of five", 2000), ("suggestions p99, 16 clients", 200)],
            ((string Figure, double Goal) expected) =>
            {
                var measured = Assert.Single(figures, one => one.GetProperty("figure").GetString() == expected.Figure);
                Assert.Equal(expected.Goal, measured.GetProperty("goal").GetDouble());
                Assert.True(measured.GetProperty("value").GetDouble() > 0);
            });
        Assert.Equal(figures.Exists(one => one.GetProperty("holds").ValueKind == JsonValueKind.False) ? ExitCode.NotWell : ExitCode.Ok, code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_goal_that_was_missed_ends_with_a_code_that_says_so(bool json)
    {
        Measured[] met = [Measured.AtMost(200, "p99", "sqlite", 199, "ms"), Measured.AtLeast(0.25, "share", "sqlite", 0.25, ""), Measured.Plain("p50", "sqlite", 900, "ms")];

        Assert.Equal(ExitCode.Ok, BenchCommand.Print(met, json));
        Assert.Equal(ExitCode.NotWell, BenchCommand.Print([.. met, Measured.AtMost(200, "p99", "postgres", 201, "ms")], json));
        Assert.Equal(ExitCode.NotWell, BenchCommand.Print([.. met, Measured.AtLeast(0.25, "share", "postgres", 0.24, "")], json));
    }
}

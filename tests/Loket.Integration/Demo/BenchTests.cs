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
        var (code, printed, told) = await LoketProcess.RunDemoApart(folder, "bench", "intake", "start", "suggestions", "lists", "hands", "--quick", "--cases", "1000", "--database", database, "--json");

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
            [("share of the bare batch", 0.25), ("share of the bare batch, in the end", 0.4), ("first page after start", 2000), ("suggestions p99, 16 clients", 200)],
            ((string Figure, double Goal) expected) =>
            {
                var measured = Assert.Single(figures, one => one.GetProperty("figure").GetString() == expected.Figure);
                Assert.Equal(expected.Goal, measured.GetProperty("goal").GetDouble());
                Assert.True(measured.GetProperty("value").GetDouble() > 0);
            });
        string[] pages =
        [
            "mine", "team", "triage", "with a partner", "overdue", "due today", "asleep", "all", "callbacks", "case page", "customer view", "find by name", "find by phone", "find by address",
            "find by reference", "suggestions",
        ];
        // How long somebody waits has a goal on SQLite alone.
        double? mostOfPage = database == "sqlite" ? 50 : null, mostOfAction = database == "sqlite" ? 200 : null;
        Assert.All(pages, page =>
        {
            Assert.Equal(5.0, GoalOf(page + ": processor time per request"));
            Assert.Equal(mostOfPage, GoalOf(page + ": p99"));
            if (database == "postgres") Assert.Equal(20.0, GoalOf(page + ": rows read per row shown"));
            // To find by a number leads to what it is of, which is counted itself.
            if (page == "find by reference") return;
            var (fewest, most) = (ValueOf(page + ": queries, fewest rows"), ValueOf(page + ": queries, most rows"));
            Assert.Equal((page, fewest), (page, most));
            Assert.InRange(most, 1, 12);
        });
        Assert.True(ValueOf("things done") > 0, told);
        Assert.True(ValueOf("asked by what stood open") > 0, told);
        Assert.True(ValueOf("errors") == 0, told);
        Assert.Equal(mostOfAction, GoalOf("action p99"));
        Assert.Equal(figures.Exists(one => one.GetProperty("holds").ValueKind == JsonValueKind.False) ? ExitCode.NotWell : ExitCode.Ok, code);

        JsonElement Figure(string name) => Assert.Single(figures, one => one.GetProperty("figure").GetString() == name);

        double ValueOf(string name) => Figure(name).GetProperty("value").GetDouble();

        double? GoalOf(string name) => Figure(name).GetProperty("goal") is { ValueKind: JsonValueKind.Number } goal ? goal.GetDouble() : null;
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

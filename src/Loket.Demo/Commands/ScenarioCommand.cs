using System.CommandLine;
using Loket.Commands;
using Loket.Demo.Playing;

namespace Loket.Demo.Commands;

/// <summary><c>scenario</c>: plays a story through the program and prints how it went.</summary>
internal static class ScenarioCommand
{
    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = Named.List("Which story", Playing.Scenarios.All.Select(one => (one.Name, one.Tells))) };
        name.AcceptOnlyKnown(Playing.Scenarios.All.Select(one => one.Name), "story");
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON: one object, or an array of two on both databases." };
        var database = DatabaseOption.OneOrBoth("sqlite");
        var command = new Command("scenario", "Play a story through the program, on a town of its own. Ends with 1 when it did not go as promised.") { name, json, database };
        command.SetAction((parsed, cancel) =>
            Run(parsed.GetRequiredValue(name), parsed.GetValue(json), DatabaseOption.Named(parsed.GetRequiredValue(database)), cancel));
        return command;
    }

    private static async Task<int> Run(string name, bool json, IReadOnlyList<string> databases, CancellationToken cancel)
    {
        var scenario = Playing.Scenarios.All.First(one => one.Name == name);
        var progress = new ErrorProgress();
        var played = new List<Played>();
        foreach (var database in databases)
        {
            progress.Report($"{name} on {database}");
            await using var stage = await Stage.Open(database, cancel);
            played.Add(await scenario.Play(stage, progress, cancel));
        }

        return Print(played, json);
    }

    /// <summary>Prints how it went on each database.</summary>
    /// <returns>The exit code.</returns>
    internal static int Print(IReadOnlyList<Played> played, bool json)
    {
        if (!json)
        {
            foreach (var one in played) JsonOutput.PrintLines(one.Figures);
        }
        else if (played is [var only]) JsonOutput.Print(only.Figures);
        else JsonOutput.Print(played.Select(one => one.Figures).ToArray());
        return played.All(one => one.AsPromised) ? ExitCode.Ok : ExitCode.NotWell;
    }
}

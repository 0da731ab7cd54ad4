using System.CommandLine;
using System.Globalization;
using Loket.Commands;
using Loket.Demo.Measuring;

namespace Loket.Demo.Commands;

/// <summary><c>bench</c>: measures the program and compares with the goals.</summary>
internal static class BenchCommand
{
    public static Command Make()
    {
        var known = Benches.All();
        var names = new Argument<string[]>("NAME")
        {
            Description = Named.List("What to measure, in one town if it is more than one", known.Select(one => (one.Name, one.Measures))),
            Arity = ArgumentArity.OneOrMore,
        };
        names.AcceptOnlyKnown(known.Select(one => one.Name), "measurement");
        var json = new Option<bool>("--json") { Description = "Print an array of {figure, database, value, unit, goal, holds}." };
        var database = DatabaseOption.OneOrBoth(DatabaseOption.Both);
        var cases = new Option<int>("--cases") { Description = "How many cases are present; without it 100000.", DefaultValueFactory = _ => 100_000, HelpName = "N" }.Between(1000, 1_000_000);
        var quick = new Option<bool>("--quick") { Description = "Only some seconds, to see that measuring works: a program that is not warm yet is slower than its figures." };
        var command = new Command("bench", "Measure the program on this machine. Ends with 1 when a goal is not met.") { names, json, database, cases, quick };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(names), parsed.GetValue(json), DatabaseOption.Named(parsed.GetRequiredValue(database)), new BenchSize(parsed.GetValue(cases), parsed.GetValue(quick)), cancel));
        return command;
    }

    private static async Task<int> Run(string[] names, bool json, IReadOnlyList<string> databases, BenchSize size, CancellationToken cancel)
    {
        var progress = new ErrorProgress();
        var measured = new List<Measured>();
        foreach (var database in databases)
        {
            var chosen = Benches.All().Where(one => names.Contains(one.Name)).ToList();
            await using var ground = await Ground.Prepare(database, cancel);
            foreach (var bench in chosen) await bench.Prepare(ground, cancel);
            await ground.Fill(size.Cases, progress, cancel);
            foreach (var bench in chosen)
            {
                progress.Report($"{bench.Name} on {database}");
                measured.AddRange(await bench.Run(ground, size, progress, cancel));
            }
        }

        return Print(measured, json);
    }

    /// <summary>Prints the figures.</summary>
    /// <returns>The exit code.</returns>
    internal static int Print(IReadOnlyList<Measured> measured, bool json)
    {
        if (json) JsonOutput.Print(measured);
        else
        {
            foreach (var one in measured) Print(one);
        }

        return measured.Any(one => one.Holds == false) ? ExitCode.NotWell : ExitCode.Ok;
    }

    private static void Print(Measured one) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{one.Database,-9} {one.Figure,-44} {one.Value,12:0.###} {one.Unit,-8}{(one.Holds is { } holds ? $" goal {one.Goal:0.###}: {(holds ? "met" : "not met")}" : "")}"));
}

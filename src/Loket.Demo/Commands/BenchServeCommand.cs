using System.CommandLine;
using Loket.Commands;
using Loket.Configuration;
using Loket.Hosting;

namespace Loket.Demo.Commands;

/// <summary><c>bench-serve</c>: the program under measurement. Serves as always, but does no jobs; those are measured apart.</summary>
internal static class BenchServeCommand
{
    public static Command Make()
    {
        var config = new Option<string>("--config") { Required = true };
        var command = new Command("bench-serve") { config };
        command.Hidden = true;
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(config), cancel));
        return command;
    }

    private static async Task<int> Run(string file, CancellationToken cancel)
    {
        var settings = SettingsFile.Read(file, out var problems);
        if (problems.Count > 0) return Problem.Tell(problems);
        using var opened = OpenTenants.Open(settings, demoAllowed: false, locked: true);
        if (opened.Problems.Count > 0) return Problem.Tell(opened.Problems);
        await using var app = LoketHost.Build(settings, opened.Tenants, withWorker: false);
        return await app.Serve(cancel);
    }
}

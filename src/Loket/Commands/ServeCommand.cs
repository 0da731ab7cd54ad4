using System.CommandLine;
using Loket.Configuration;
using Loket.Hosting;

namespace Loket.Commands;

/// <summary><c>serve</c>: the program for real.</summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var config = CommonOptions.Settings();
        var command = new Command("serve", "Serve the municipalities of the settings until stopped.") { config };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(config), cancel));
        return command;
    }

    private static async Task<int> Run(string? file, CancellationToken cancel)
    {
        var settings = SettingsFile.Read(file, out var problems);
        if (problems.Count > 0) return Problem.Tell(problems);
        using var opened = OpenTenants.Open(settings, demoAllowed: false, locked: true);
        if (opened.Problems.Count > 0) return Problem.Tell(opened.Problems);

        // The first look at a database takes as long as putting the server together: both go on at once.
        var looking = Task.Run(() => SchemaCheck.Problems(Composition.OpenDatabases(), opened.Tenants, cancel), cancel);
        await using var app = LoketHost.Build(settings, opened.Tenants);
        app.ListPages();
        var wrong = await looking;
        if (wrong.Count > 0) return Problem.Tell(wrong);
        return await app.Serve(cancel);
    }
}

using System.CommandLine;

namespace Loket.Commands;

/// <summary>The program as it is called from a command line.</summary>
public static class LoketProgram
{
    // Long enough for requests under way and for a database server of our own to stop.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(40);

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="more">Commands on top of those of the production package.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(string[] args, params IReadOnlyList<Command> more)
    {
        var root = new RootCommand("Loket, the service desk of a municipality. Settings: loket.json and LOKET__ variables, see docs/operations.md.")
        {
            HelpName = "loket",
        };
        foreach (var command in (Command[])[ServeCommand.Make(), MigrateCommand.Make(), FoundCommand.Make(), ImportCommand.Make(), StartCodeCommand.Make(), NumberKeyCommand.Make(), JobsCommand.Make(), DoctorCommand.Make(), .. more]) root.Add(command);

        var parsed = root.Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop,
            });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"Loket stopped on something that it did not expect. {exception}");
            return ExitCode.Failed;
        }
    }
}

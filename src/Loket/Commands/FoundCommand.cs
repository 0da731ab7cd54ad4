using System.CommandLine;
using System.Text.Json;
using Loket.Founding;

namespace Loket.Commands;

/// <summary><c>found</c>: makes a new, empty municipality ready for its first administrator.</summary>
internal static class FoundCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "What must be known of the municipality, as JSON; docs/operations.md has an example." };
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var command = new Command("found", "Make a new municipality ready for its first administrator, and print the start code. Once; on SQLite the program must be stopped.") { file, config, tenant };
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(file), parsed.GetValue(config), parsed.GetValue(tenant), cancel));
        return command;
    }

    private static async Task<int> Run(string path, string? config, string? tenant, CancellationToken cancel)
    {
        FoundingFile file;
        try
        {
            file = FoundingFile.Read(await File.ReadAllTextAsync(path, cancel));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return Problem.Tell([new Problem(ExitCode.Refused, $"{path} can't be read. {exception.Message}")]);
        }

        return await OneTenant.Run(config, tenant, locked: true, async services =>
        {
            var founded = await ActivatorUtilities.CreateInstance<FoundMunicipality>(services).Handle(file, cancel);
            if (founded.Failure is { } failure) return OneTenant.Refuse(failure);
            StartCodeCommand.Print(file.Administrator.SignInName, founded.Value, file.BaseAddress);
            return ExitCode.Ok;
        }, cancel);
    }
}

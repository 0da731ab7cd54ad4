using System.CommandLine;
using Loket.Configuration;
using Loket.Contacts.Numbers;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Commands;

/// <summary><c>number-key</c>: renews the key under which national numbers are kept.</summary>
internal static class NumberKeyCommand
{
    public static Command Make()
    {
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var command = new Command("number-key", "Make a new key for national numbers. Older keys stay, for what they sealed; serve seals it anew once it was started again.") { config, tenant };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(config), parsed.GetValue(tenant), cancel));
        return command;
    }

    private static Task<int> Run(string? config, string? tenant, CancellationToken cancel) => OneTenant.Run(config, tenant, locked: false, async services =>
    {
        var opened = services.GetRequiredService<TenantContext>().Tenant;
        var file = TenantPlace.Of(opened.Name, SettingsFile.Read(config, out _).Tenants[opened.Name]).NumberKeyFile;
        // A number that was given out before is never given again, though its file be lost.
        var used = (await services.GetRequiredService<NumberStanding>().Look(cancel)).Select(key => key.Key).Append(opened.NumberKeys.Newest).Max();
        int made;
        try
        {
            made = NumberKeyFile.Renew(file, used);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return Problem.Tell([new Problem(ExitCode.Settings, $"The user {Environment.UserName} may not write {file}. {exception.Message}")]);
        }

        await services.GetRequiredService<UnitOfWork>().Run<Done>(work =>
        {
            work.Journal.Write(new NumberKeyMade(made), Who.System);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        Console.WriteLine($"""
            Key {made} stands in {file}. Keep a copy apart from the backups of the database.
            Start every serve of this municipality again: within an hour all national numbers are kept under it.
            """);
        return ExitCode.Ok;
    }, cancel);
}

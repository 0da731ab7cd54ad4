using System.CommandLine;
using Loket.Organisation;
using Loket.Organisation.Accounts;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;

namespace Loket.Commands;

/// <summary><c>start-code</c>: lets a colleague in again when no administrator can sign in.</summary>
internal static class StartCodeCommand
{
    public static Command Make()
    {
        var name = new Argument<string>("NAME") { Description = "The sign-in name." };
        var (config, tenant) = (CommonOptions.Settings(), CommonOptions.Tenant());
        var command = new Command("start-code", "Give somebody a new start code, for when no administrator can sign in. Password and app that they had no longer work.") { name, config, tenant };
        command.SetAction((parsed, cancel) => Run(parsed.GetRequiredValue(name), parsed.GetValue(config), parsed.GetValue(tenant), cancel));
        return command;
    }

    /// <summary>Says how to begin.</summary>
    public static void Print(string name, string code, string site) => Console.WriteLine($"""
        Sign-in name: {name}
        Start code: {code}
        Within seven days, open {site.TrimEnd('/')}/sign-in/start, choose a password and couple an app. The code is not shown again.
        """);

    private static Task<int> Run(string name, string? config, string? tenant, CancellationToken cancel) => OneTenant.Run(config, tenant, locked: false, async services =>
    {
        if (await services.GetRequiredService<StaffDirectory>().Find(name, cancel) is not { } person) return OneTenant.Refuse(OrganisationFailures.NotFound);
        var code = await services.GetRequiredService<GiveStartCode>().Handle(new GiveStartCode.Request(person.Id, Actor.System), cancel);
        if (code.Failure is { } failure) return OneTenant.Refuse(failure);
        Print(person.SignInName, code.Value, (await services.GetRequiredService<Profiles>().Current(cancel)).BaseAddress);
        return ExitCode.Ok;
    }, cancel);
}

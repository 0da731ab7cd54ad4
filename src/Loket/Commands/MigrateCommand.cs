using System.CommandLine;
using Loket.Configuration;
using Loket.Hosting;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Commands;

/// <summary><c>migrate</c>: brings the databases to the schema of this version.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var config = CommonOptions.Settings();
        var create = new Option<bool>("--create") { Description = "Also begin municipalities that are not there yet: folder, secret and database." };
        var command = new Command("migrate", "Bring the databases of the settings to the schema of this version. On SQLite the program must be stopped.") { config, create };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(config), parsed.GetValue(create), cancel));
        return command;
    }

    private static async Task<int> Run(string? file, bool create, CancellationToken cancel)
    {
        var settings = SettingsFile.Read(file, out var problems);
        if (problems.Count > 0) return Problem.Tell(problems);
        if (create) Begin(settings);
        using var opened = OpenTenants.Open(settings, demoAllowed: true, locked: true);
        if (opened.Problems.Count > 0) return Problem.Tell(opened.Problems);

        await using var services = new ServiceCollection().AddLogging().AddLoket().BuildServiceProvider();
        var databases = services.GetRequiredService<Databases>();
        var progress = new ErrorProgress();
        foreach (var tenant in opened.Tenants)
        {
            var step = "looking at the database";
            var problem = await progress.During(() => $"{tenant.Name}: {step} ...", () => Migrate(databases, tenant, create, next => progress.Report($"{tenant.Name}: {step = next} ..."), cancel));
            if (problem is not null) return Problem.Tell([problem]);
        }

        return ExitCode.Ok;
    }

    /// <summary>Folder and secret; what stands is never replaced.</summary>
    private static void Begin(LoketSettings settings)
    {
        foreach (var (name, tenant) in settings.Tenants)
        {
            var place = TenantPlace.Of(name, tenant);
            PrivateFolder.Create(place.Folder);
            if (place.File is not null) PrivateFolder.Create(Path.GetDirectoryName(place.File)!);
            if (File.Exists(place.SecretFile)) continue;
            SecretFile.Create(place.SecretFile, demo: false);
            Console.WriteLine($"{name}: new secret in {place.SecretFile}. Keep a copy apart from the backups of the database.");
        }
    }

    private static async Task<Problem?> Migrate(Databases databases, Tenant tenant, bool create, Action<string> begins, CancellationToken cancel)
    {
        try
        {
            await using var db = databases.Open(tenant);
            var before = await Schema.Look(db, cancel);
            if (before == SchemaState.Missing && !create)
                return new Problem(ExitCode.Database, $"{tenant.Name}: There is no database yet. For a new municipality type: loket migrate --create");
            if (before == SchemaState.Another)
                return new Problem(ExitCode.Database, $"{tenant.Name}: The database is of another version than this program; nothing was changed.");
            begins(before == SchemaState.Current ? "looking whether its guards are there" : "bringing the schema up to date");
            await tenant.Database.Migrate(db, cancel);
            Console.WriteLine($"{tenant.Name}: {(before == SchemaState.Current ? "the schema was current already" : "the schema is current now")}.");
            return null;
        }
        catch (Exception exception) when (Outage.In(exception) is not null)
        {
            return new Problem(ExitCode.Database, $"{tenant.Name}: The database can't be migrated. {Outage.In(exception)!.Message}");
        }
    }
}

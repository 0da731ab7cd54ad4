using Loket.Commands;
using Loket.Configuration;
using Loket.Testing;
using Npgsql;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>What somebody sees who manages an installation.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("loket-program-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory, BothDatabases]
    public async Task A_new_municipality_is_made_served_looked_at_and_stopped(Database database)
    {
        var settings = await Settings(database);

        Assert.Equal(ExitCode.Settings, (await LoketProcess.Run(folder, settings, "serve")).Code);
        var made = await LoketProcess.Run(folder, settings, "migrate", "--create");
        Assert.Equal((ExitCode.Ok, true), (made.Code, made.Said.Contains("the schema is current now", StringComparison.Ordinal)));

        var (program, address) = await LoketProcess.Serve(folder, settings);
        using (program)
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal("Healthy", await client.GetStringAsync("/health/live", Cancel));
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancel));
            var doctor = await LoketProcess.Run(folder, settings, "doctor");
            // The server of the tests is not durable, and doctor sees that.
            string[] expected = database == Database.Sqlite ? [] : ["durability"];
            Assert.Equal(expected, doctor.Said.Split('\n').Where(line => line.StartsWith("wrong", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
            Assert.Equal(ExitCode.Ok, await program.Stop());
        }
    }

    [Fact]
    public async Task Migrating_a_file_that_the_program_uses_says_so_and_changes_nothing()
    {
        var settings = await Settings(Database.Sqlite);
        await LoketProcess.Run(folder, settings, "migrate", "--create");
        var (program, _) = await LoketProcess.Serve(folder, settings);
        using (program)
        {
            var second = await LoketProcess.Run(folder, settings, "migrate");

            Assert.Equal(ExitCode.InUse, second.Code);
            Assert.Contains("Stop it first", second.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_secret_of_the_demo_is_refused_for_real()
    {
        var settings = await Settings(Database.Sqlite);
        SecretFile.Create(Path.Combine(folder, "data", "village", "secret"), demo: true);

        var served = await LoketProcess.Run(folder, settings, "serve");

        Assert.Equal(ExitCode.Settings, served.Code);
        Assert.Contains("made by the demo", served.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_named_rather_than_ignored()
    {
        var served = await LoketProcess.Run(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["Tenats:village:Database"] = "sqlite" }, "serve");

        Assert.Equal(ExitCode.Settings, served.Code);
        Assert.Contains("Tenats", served.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_usage_error()
    {
        Assert.Equal(ExitCode.Usage, (await LoketProcess.Run(folder, new Dictionary<string, string>(StringComparer.Ordinal), "sreve")).Code);
        // Demo, scenario and bench are not in the production program.
        Assert.Equal(ExitCode.Usage, (await LoketProcess.Run(folder, new Dictionary<string, string>(StringComparer.Ordinal), "demo")).Code);
    }

    [Fact]
    public async Task Doctor_names_what_is_wrong_and_what_to_do()
    {
        var settings = await Settings(Database.Sqlite);
        await LoketProcess.Run(folder, settings, "migrate", "--create");
        File.SetUnixFileMode(Path.Combine(folder, "data", "village", "secret"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        settings["Tenants:village:Messages:Smtp:Host"] = "127.0.0.1";
        settings["Tenants:village:Messages:Smtp:Port"] = "1";
        settings["Tenants:village:Messages:Smtp:From"] = "loket@village.example";
        settings["Tenants:village:Messages:Smtp:Security"] = "None";

        var (code, said) = await LoketProcess.Run(folder, settings, "doctor");

        Assert.Equal(ExitCode.NotWell, code);
        Assert.Contains("chmod 600", said, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1 does not take mail from us", said, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> Settings(Database database)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Listen"] = "http://127.0.0.1:0" };
        if (database == Database.Sqlite)
        {
            settings["Tenants:village:Database"] = "sqlite";
            return settings;
        }

        // A database of its own on the server of the tests.
        await using var town = await Town.On(database);
        settings["Tenants:village:Database"] = "postgres";
        settings["Tenants:village:Connection"] =
            new NpgsqlConnectionStringBuilder(town.Tenant.Connection) { Database = "program_" + Guid.NewGuid().ToString("N") }.ToString();
        return settings;
    }
}

using System.CommandLine;
using System.Text.Json;
using Loket.Commands;
using Loket.Configuration;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>What somebody sees who manages an installation.</summary>
public sealed class ProgramTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Dictionary<string, string> None = [];

    [Theory, BothDatabases]
    public async Task A_new_municipality_is_made_served_looked_at_and_stopped(Database database)
    {
        using var machine = await EmptyMachine.With(database);

        Assert.Equal(ExitCode.Settings, (await machine.Run("serve")).Code);
        var made = await machine.Run("migrate", "--create");
        Assert.Equal((ExitCode.Ok, true), (made.Code, made.Said.Contains("the schema is current now", StringComparison.Ordinal)));

        var (program, address) = await machine.Serve();
        using (program)
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal("Healthy", await client.GetStringAsync("/health/live", Cancel));
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancel));
            var doctor = await machine.Run("doctor");
            // The server of the tests is not durable, and nothing is set up yet, nobody is on duty: doctor sees that.
            string[] expected = database == Database.Sqlite ? ["set-up", "roster"] : ["durability", "set-up", "roster"];
            Assert.Equal(expected, doctor.Said.Split('\n').Where(line => line.StartsWith("wrong", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]));
            Assert.Equal(ExitCode.Ok, await program.Stop());
        }
    }

    [Fact]
    public async Task Migrating_a_file_that_the_program_uses_says_so_and_changes_nothing()
    {
        using var machine = await EmptyMachine.With(Database.Sqlite);
        await machine.Run("migrate", "--create");
        var (program, _) = await machine.Serve();
        using (program)
        {
            var second = await machine.Run("migrate");

            Assert.Equal(ExitCode.InUse, second.Code);
            Assert.Contains("Stop it first", second.Said, StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task A_database_that_is_missing_older_of_another_version_or_away_is_named_and_nothing_is_done(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        SecretFile.Create(Path.Combine(machine.Village, "secret"), demo: false);
        await Refuses(machine, "migrate", "There is no database yet. For a new municipality type: loket migrate --create");
        await Refuses(machine, "serve", "The database is empty. Type: loket migrate --create");
        Assert.Equal(ExitCode.Ok, (await machine.Run("migrate", "--create")).Code);

        await machine.Do("DELETE FROM \"__EFMigrationsHistory\"");
        await Refuses(machine, "serve", "The database is of an older version. Make a backup, then type: loket migrate");
        await machine.Do("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0.0')");
        await Refuses(machine, "serve", "The database is of another version than this program.");
        await Refuses(machine, "migrate", "The database is of another version than this program; nothing was changed.");
        await Refuses(machine, "start-code", "The database is of another version than this program.", "ada");

        if (database == Database.Sqlite) await machine.Write(Path.Combine("data", "village", "loket.db"), new string('x', 8192));
        else machine.Settings["Tenants:village:Connection"] = "Host=127.0.0.1;Port=1;Database=village;Username=loket";
        await Refuses(machine, "serve", "The database can't be reached.");
        await Refuses(machine, "migrate", "The database can't be migrated.");
        var doctor = await machine.Run("doctor");
        Assert.Equal(ExitCode.NotWell, doctor.Code);
        Assert.Contains("It can't be reached or read.", doctor.Said, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Doctor_prints_for_programs_what_it_finds_in_a_database_with_a_table_less(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        await machine.Run("migrate", "--create");
        await machine.Do("ALTER TABLE journal_entries RENAME TO journal_elsewhere");

        var (code, said) = await machine.Run("doctor", "--json");

        Assert.Equal(ExitCode.NotWell, code);
        using var findings = JsonDocument.Parse(said);
        Assert.All(findings.RootElement.EnumerateArray(), finding => Assert.Equal(["tenant", "check", "state", "says", "do"], finding.EnumerateObject().Select(part => part.Name)));
        var wrong = Assert.Single(findings.RootElement.EnumerateArray(), finding => finding.GetProperty("check").GetString() == "database");
        Assert.Equal(("village", "Wrong"), (wrong.GetProperty("tenant").GetString(), wrong.GetProperty("state").GetString()));
        Assert.Contains("journal_entries", wrong.GetProperty("says").GetString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Settings_come_from_the_file_that_is_named_and_the_environment_overrules_it(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        await machine.Run("migrate", "--create");
        Directory.CreateDirectory(Path.Combine(machine.Folder, "etc"));
        var village = new { Database = machine.Settings["Tenants:village:Database"], Connection = machine.Settings.GetValueOrDefault("Tenants:village:Connection") };
        await machine.Write("etc/village.json", JsonSerializer.Serialize(new { Listen = "https://0.0.0.0", Tenants = new { village } }));

        var alone = await LoketProcess.Run(machine.Folder, None, "serve", "--config", "etc/village.json");
        Assert.Equal(ExitCode.Settings, alone.Code);
        Assert.Contains("TLS is done by a proxy", alone.Said, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Settings, (await LoketProcess.Run(machine.Folder, None, "serve", "--config", "etc/nowhere.json")).Code);

        var overruled = new Dictionary<string, string>(StringComparer.Ordinal) { ["Listen"] = "http://127.0.0.1:0" };
        var (program, address) = await LoketProcess.Serve(machine.Folder, overruled, "--config", "etc/village.json");
        using (program)
        {
            using var client = new HttpClient { BaseAddress = address };
            Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Cancel));
        }
    }

    [Fact]
    public async Task What_nobody_expected_and_what_somebody_stopped_end_with_codes_of_their_own()
    {
        var (broken, stopped) = (new Command("broken"), new Command("stopped"));
        broken.SetAction((_, _) => Task.FromException<int>(new InvalidOperationException("A bug.")));
        stopped.SetAction((_, _) => Task.FromCanceled<int>(new CancellationToken(canceled: true)));

        Assert.Equal(ExitCode.Failed, await LoketProgram.Run(["broken"], broken));
        Assert.Equal(ExitCode.Stopped, await LoketProgram.Run(["stopped"], stopped));
    }

    [Theory, BothDatabases]
    public async Task A_secret_of_the_demo_is_refused_for_real(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        SecretFile.Create(Path.Combine(machine.Village, "secret"), demo: true);

        var served = await machine.Run("serve");

        Assert.Equal(ExitCode.Settings, served.Code);
        Assert.Contains("made by the demo", served.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_setting_is_named_rather_than_ignored()
    {
        var served = await LoketProcess.Run(Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal) { ["Tenats:village:Database"] = "sqlite" }, "serve");

        Assert.Equal(ExitCode.Settings, served.Code);
        Assert.Contains("Tenats", served.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_usage_error()
    {
        Assert.Equal(ExitCode.Usage, (await LoketProcess.Run(Path.GetTempPath(), None, "sreve")).Code);
        // Demo, scenario and bench are not in the production program.
        Assert.Equal(ExitCode.Usage, (await LoketProcess.Run(Path.GetTempPath(), None, "demo")).Code);
    }

    [Theory, BothDatabases]
    public async Task Doctor_names_what_is_wrong_and_what_to_do(Database database)
    {
        using var machine = await EmptyMachine.With(database);
        await machine.Run("migrate", "--create");
        File.SetUnixFileMode(Path.Combine(machine.Village, "secret"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        machine.Settings["Tenants:village:Messages:Smtp:Host"] = "127.0.0.1";
        machine.Settings["Tenants:village:Messages:Smtp:Port"] = "1";
        machine.Settings["Tenants:village:Messages:Smtp:From"] = "loket@village.example";
        machine.Settings["Tenants:village:Messages:Smtp:Security"] = "None";

        var (code, said) = await machine.Run("doctor");

        Assert.Equal(ExitCode.NotWell, code);
        Assert.Contains("chmod 600", said, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1 does not take mail from us", said, StringComparison.Ordinal);
    }

    private static async Task Refuses(EmptyMachine machine, string command, string words, params string[] more)
    {
        var (code, said) = await machine.Run([command, .. more]);
        Assert.Equal((command, ExitCode.Database), (command, code));
        Assert.Contains(words, said, StringComparison.Ordinal);
    }
}

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

    [Fact]
    public async Task A_secret_of_the_demo_is_refused_for_real()
    {
        using var machine = await EmptyMachine.With(Database.Sqlite);
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

    [Fact]
    public async Task Doctor_names_what_is_wrong_and_what_to_do()
    {
        using var machine = await EmptyMachine.With(Database.Sqlite);
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
}

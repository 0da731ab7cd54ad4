using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Loket.Commands;
using Loket.Testing;
using Npgsql;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>A back-up while the program runs, and a restore into an empty place, by the very lines of docs/operations.md.</summary>
public sealed partial class BackupTests
{
    // Users and services of a real machine are not there; a machine without rsync copies in another way.
    private const string Machine = """
        set -euo pipefail
        loket() { :; }
        chown() { :; }
        install() { command install -m 600 "${@: -2}"; }
        command -v rsync >/dev/null || rsync() { mkdir -p "${@: -1}"; tar -C "${@: -2:1}" --exclude='loket.db*' --exclude=secret -cf - . | tar -C "${@: -1}" -xf -; }
        for servers in /usr/lib/postgresql/*/bin; do PATH=$servers:$PATH; done
        """;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory(Explicit = true), BothDatabases]
    public async Task What_came_in_before_the_back_up_is_there_after_a_restore_and_the_journal_is_whole(Database database)
    {
        Assert.SkipUnless(database == Database.Postgres || File.Exists("/usr/bin/sqlite3"), "The program sqlite3 is not installed; type: apt-get install sqlite3");
        using var machine = await EmptyMachine.With(database);
        Assert.Equal(ExitCode.Ok, (await machine.Found()).Code);
        await Shell(machine, $"mkdir {machine.Folder}/backup {machine.Folder}/elsewhere && cp -p {machine.Village}/secret {machine.Folder}/elsewhere/secret");
        List<string> files;
        var (program, address) = await machine.Serve();
        using (program)
        {
            using var resident = Visitor(address);
            await Reports(resident, "De stoep is kapot");
            files = Files(machine);
            await Shell(machine, Lines(machine, database, "Back-up"));
            await Reports(resident, "De brug piept");
            Assert.Equal(ExitCode.Ok, await program.Stop());
        }

        Assert.Equal(2, await machine.Count("SELECT count(*) FROM matters"));
        await Shell(machine, $"rm -rf {machine.Village}" + (database == Database.Postgres ? " && dropdb polderstad" : ""));
        await Shell(machine, Lines(machine, database, "Restore"));
        var migrated = await machine.Run("migrate");
        var doctor = await machine.Run("doctor");

        Assert.True(migrated.Code == ExitCode.Ok, migrated.Said);
        foreach (var check in (string[])["secret", "database", "guards", "journal", "failed jobs"]) Assert.Matches($"(?m)^ok +village +{check} ", doctor.Said);
        Assert.NotEmpty(files);
        Assert.Empty(files.Except(Files(machine), StringComparer.Ordinal));
        Assert.Equal(1, await machine.Count("SELECT count(*) FROM matters"));

        var (again, there) = await machine.Serve();
        using (again)
        {
            using var resident = Visitor(there);
            await Reports(resident, "De bank is vuil");
            Assert.Equal(ExitCode.Ok, await again.Stop());
        }

        Assert.Equal(2, await machine.Count("SELECT count(*) FROM matters"));
    }

    private static async Task Reports(Visitor resident, string what)
    {
        await resident.Open("/melden");
        await resident.Send(("Form.Kind", "Report"));
        await resident.Send(("Form.Text", what));
        await resident.Send(("Form.Place", ""));
        await resident.Upload("Form.Files", "verhaal.txt", Encoding.UTF8.GetBytes(what), ("then", "add"));
        await resident.Send(("then", "next"));
        await resident.Send(("Form.TellBy", "None"));
        await resident.Send();
        Assert.StartsWith("PLD-", resident.Text(".loket-confirmation .loket-reference"), StringComparison.Ordinal);
    }

    // What stands beside the database; not the secret, which is kept elsewhere.
    private static List<string> Files(EmptyMachine machine) =>
        [.. Directory.EnumerateFiles(machine.Village, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(machine.Village, file))
            .Where(file => file != "secret" && !file.StartsWith("loket.db", StringComparison.Ordinal))];

    // The commands below a heading, those for this database, with the places of this machine.
    private static string Lines(EmptyMachine machine, Database database, string heading)
    {
        var other = database == Database.Sqlite ? "# PostgreSQL" : "# SQLite";
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operations.md"));
        var block = Block().Matches(text).Single(match => match.Groups["heading"].Value == heading).Groups["lines"].Value;
        return string.Join('\n', block.Split('\n').Where(line => !line.Contains(other, StringComparison.Ordinal)))
            .Replace("/var/lib/loket/polderstad", machine.Village, StringComparison.Ordinal)
            .Replace("/backup/polderstad", machine.Folder + "/backup/village", StringComparison.Ordinal)
            .Replace("/elsewhere", machine.Folder + "/elsewhere", StringComparison.Ordinal);
    }

    private static async Task Shell(EmptyMachine machine, string lines)
    {
        var start = new ProcessStartInfo("/bin/bash") { WorkingDirectory = machine.Folder, RedirectStandardError = true, UseShellExecute = false };
        if (machine.Settings.TryGetValue("Tenants:village:Connection", out var connection))
        {
            var server = new NpgsqlConnectionStringBuilder(connection);
            lines = Name().Replace(lines, server.Database!);
            start.Environment["PGHOST"] = server.Host;
            start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
            start.Environment["PGUSER"] = server.Username;
            start.Environment["PGPASSWORD"] = server.Password;
        }

        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Machine + "\n" + lines);
        using var shell = Process.Start(start)!;
        var said = await shell.StandardError.ReadToEndAsync(Cancel);
        await shell.WaitForExitAsync(Cancel);
        Assert.True(shell.ExitCode == 0, $"{lines}\n{said}");
    }

    private static Visitor Visitor(Uri address) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address });

    [GeneratedRegex(@"^## (?<heading>[^\n]+)\n(?:(?!^## ).)*?^```\n(?<lines>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    // The name of the database in the document.
    [GeneratedRegex(@"\bpolderstad\b", RegexOptions.None, 1000)]
    private static partial Regex Name();
}

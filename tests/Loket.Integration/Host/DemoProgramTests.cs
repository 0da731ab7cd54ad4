using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Loket.Commands;
using Loket.Configuration;
using Loket.Demo.Outside;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Integration.Residents;
using Loket.Testing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>The program with the demo in it, as a newcomer starts it.</summary>
public sealed partial class DemoProgramTests : IDisposable
{
    private static readonly string[] Commands =
    [
        "demo", "scenario", "bench", "code", "codes", "serve", "migrate", "found", "import", "import areas", "import addresses", "import objects", "start-code", "number-key", "jobs", "jobs retry", "doctor",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("loket-demo-").FullName;
    private readonly HashSet<string> clusters = [.. Clusters()];

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        foreach (var left in Clusters().Where(one => !clusters.Contains(one))) Directory.Delete(left, recursive: true);
    }

    [Fact]
    public async Task Every_command_explains_itself()
    {
        var (code, all) = await LoketProcess.RunDemo(folder, "--help");
        Assert.Equal(ExitCode.Ok, code);
        var helped = await Task.WhenAll(Commands.Select(command => LoketProcess.RunDemo(folder, [.. command.Split(' '), "--help"])));

        foreach (var (command, help) in Commands.Zip(helped))
        {
            Assert.Contains("\n  " + command.Split(' ')[0] + " ", all, StringComparison.Ordinal);
            Assert.Equal((command, ExitCode.Ok), (command, help.Code));
            Assert.Contains("Description:", help.Said, StringComparison.Ordinal);
        }

        // The script at the root has a list of its own, so that it needs no program to know a slip of the fingers.
        var script = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "loket"), TestContext.Current.CancellationToken);
        Assert.Equal(
            CommandListed().Matches(all[all.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal),
            CommandsOfScript().Match(script).Groups["names"].Value.Split(' ').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scenario", "lamppost", "There is no story 'lamppost'")]
    [InlineData("bench", "nothing", "There is no measurement 'nothing'")]
    [InlineData("code", "fatima.el.amrami", "Nobody of the demo signs in as 'fatima.el.amrami'")]
    [InlineData("code", "rick.spierenburg", "Nobody of the demo signs in as 'rick.spierenburg'")]
    [InlineData("demo", "--database=oracle", "oracle")]
    [InlineData("demo", "--cases=lamp", "lamp")]
    [InlineData("demo", "--cases=-1", "--cases: between 0 and 10000.")]
    [InlineData("demo", "--port=lamp", "lamp")]
    [InlineData("demo", "--port=0", "--port: between 1 and 65535.")]
    [InlineData("demo", "--port=-1", "--port: between 1 and 65535.")]
    [InlineData("demo", "--port=99999", "--port: between 1 and 65535.")]
    public async Task What_is_not_understood_is_named_and_nothing_starts(string command, string argument, string named)
    {
        var (code, said) = await LoketProcess.RunDemo(folder, command, argument);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(named, said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task The_demo_keeps_its_hands_off_a_real_municipality()
    {
        var secret = Path.Combine(folder, "data", "haarlemmermeer", "secret");
        SecretFile.Create(secret, demo: false);
        var before = await File.ReadAllTextAsync(secret, TestContext.Current.CancellationToken);

        var (code, said) = await LoketProcess.RunDemo(folder, "demo", "--fresh");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains("Start the demo in another folder.", said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(secret, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_port_that_another_program_has_is_told_before_anything_is_made(string database)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (code, said) = await LoketProcess.RunDemo(folder, "demo", "--database", database, "--port", port);

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains($"can't listen on port {port} of 127.0.0.1", said, StringComparison.Ordinal);
        Assert.Contains("choose another port with --port", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20260101000000_Initial', '10.0.0');")]
    public async Task A_demo_that_another_version_made_is_told_how_to_start_over(string migrated)
    {
        await MakeOther(migrated);

        var (code, said) = await LoketProcess.RunDemo(folder, "demo", "--port", PostgresCluster.FreePort().ToString(CultureInfo.InvariantCulture));

        Assert.Equal(ExitCode.Database, code);
        Assert.Contains("was made by another version; ./loket demo --fresh starts over.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_long_and_is_stopped_ends_with_the_code_of_that()
    {
        using var scenario = await LoketProcess.StartDemo(folder, "lamp-post on sqlite", "scenario", "lamp-post");

        Assert.Equal(ExitCode.Stopped, await scenario.Stop("-INT"));
    }

    // A town takes a minute to make: here one is made, over what another version left.
    [Fact]
    public async Task The_demo_starts_over_when_asked_says_where_to_go_and_as_whom_and_keeps_what_was_done()
    {
        await MakeOther("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20260101000000_Initial', '10.0.0');");
        await Demo(Database.Sqlite, "--fresh");
    }

    // Minutes; on PostgreSQL the town, the walk of the README and the measuring run each time.
    [Fact(Explicit = true)]
    public Task The_demo_does_the_same_on_a_PostgreSQL_of_its_own() => Demo(Database.Postgres);

    // As many cases as a newcomer gets; that takes minutes.
    [Theory(Explicit = true), BothDatabases]
    public async Task As_a_newcomer_types_it_the_town_is_full_nothing_of_its_stories_was_refused_and_it_starts_over_when_asked(Database database)
    {
        var port = PostgresCluster.FreePort();
        string reference;
        using (var first = await LoketProcess.ServeDemo(folder, Command(database, port)[..^2]))
        {
            // What is refused would stand before the full stop.
            Assert.Matches(@"The town stands, with \d{3,} contacts and \d{3,} cases\.", first.Said);
            await EveryAddressAnswers(port, first.Said);
            using var resident = At(port);
            reference = await resident.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
            Assert.Equal(HttpStatusCode.OK, await Sees(port, StaffRole.Agent, reference));
            Assert.Equal(ExitCode.Ok, await first.Stop());
        }

        using var fresh = await LoketProcess.ServeDemo(folder, [.. Command(database, port), "--fresh"]);
        Assert.Equal(HttpStatusCode.NotFound, await Sees(port, StaffRole.TeamLead, reference));
        Assert.Equal(ExitCode.Ok, await fresh.Stop());
    }

    // The town as always, but with few invented cases: those take the time.
    private static string[] Command(Database database, int port) =>
        ["demo", "--database", database == Database.Sqlite ? "sqlite" : "postgres", "--port", port.ToString(CultureInfo.InvariantCulture), "--cases", "1"];

    private async Task MakeOther(string migrated)
    {
        var town = Path.Combine(folder, "data", "haarlemmermeer");
        SecretFile.Create(Path.Combine(town, "secret"), demo: true);
        await File.WriteAllTextAsync(Path.Combine(town, "founded"), "http://127.0.0.1:5080/", TestContext.Current.CancellationToken);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(town, "loket.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var make = connection.CreateCommand();
        make.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE \"__EFMigrationsHistory\" (\"migration_id\" TEXT NOT NULL PRIMARY KEY, \"product_version\" TEXT NOT NULL);" + migrated;
        await make.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task Demo(Database database, params string[] atFirst)
    {
        var port = PostgresCluster.FreePort();
        var command = Command(database, port);
        string reference;
        using (var first = await LoketProcess.ServeDemo(folder, [.. command, .. atFirst]))
        {
            await EveryAddressAnswers(port, first.Said);
            await EveryRoleSignsIn(port, first.Said);
            using var resident = At(port);
            reference = await resident.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
            await IsWell(database);
            Assert.Equal(ExitCode.Ok, await first.Stop("-INT"));
        }

        using var second = await LoketProcess.ServeDemo(folder, command);
        Assert.Equal(HttpStatusCode.OK, await Sees(port, StaffRole.Agent, reference));
        Assert.Equal(ExitCode.Ok, await second.Stop());
    }

    private async Task IsWell(Database database)
    {
        var (code, said) = await LoketProcess.RunDemo(folder, "doctor", "--config", database == Database.Sqlite ? "data/loket.json" : "data/loket-postgres.json");
        Assert.True(code == ExitCode.Ok, said);
    }

    private static async Task EveryAddressAnswers(int port, string said)
    {
        var addresses = Address().Matches(said).Select(match => match.Value).Distinct().ToList();
        Assert.Contains($"http://127.0.0.1:{port}/werk", addresses);
        Assert.Contains($"http://127.0.0.1:{port}/api/v1/openapi.json", addresses);
        Assert.Contains(addresses, address => address.StartsWith($"http://127.0.0.1:{port}/partner/", StringComparison.Ordinal));
        using var client = new HttpClient();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
        }
    }

    // Everybody but people of partners, who have no account; with the password that is printed and the code that the demo's own commands print.
    private async Task EveryRoleSignsIn(int port, string said)
    {
        Assert.Contains("the password of all is " + OrganisationOfTown.Password, said, StringComparison.Ordinal);
        var codes = (await LoketProcess.RunDemo(folder, "codes")).Said;
        foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Partner))
        {
            var name = KnownFaces.SignInOf(role);
            Assert.Matches($@"\b{name} +\d{{6}}", said);
            Assert.Matches($@"\b{name} +\d{{6}}", codes);
            using var staff = At(port);
            await SignsIn(staff, name, TownSignIn.Code(key: OrganisationOfTown.CodeKeyOf(name)));
            Assert.Equal((name, HttpStatusCode.OK, 0), (name, staff.Status, staff.Errors.Count));
            Assert.DoesNotContain("sign-in", staff.Address, StringComparison.Ordinal);
        }

        Assert.Matches("^[0-9]{6}$", (await LoketProcess.RunDemo(folder, "code", KnownFaces.SignInOf(StaffRole.Agent))).Said.Trim());
    }

    private static async Task<HttpStatusCode> Sees(int port, StaffRole role, string reference)
    {
        using var staff = At(port);
        var name = KnownFaces.SignInOf(role);
        // One step further than the app that signed in a moment ago.
        await SignsIn(staff, name, TownSignIn.Code(later: 1, key: OrganisationOfTown.CodeKeyOf(name)));
        await staff.Open("/zaken/" + reference);
        return staff.Status;
    }

    private static async Task SignsIn(Visitor staff, string name, string code)
    {
        await staff.Open("/sign-in");
        await staff.Send(("Form.SignInName", name), ("Form.Password", OrganisationOfTown.Password));
        await staff.Send(("Form.Code", code));
    }

    private static Visitor At(int port) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/") });

    // As root the demo's PostgreSQL stands where its own user can read it.
    private static string[] Clusters() => Directory.Exists("/var/lib/loket-demo") ? Directory.GetDirectories("/var/lib/loket-demo") : [];

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/[^\s),]*", RegexOptions.None, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^  (?<name>[a-z][a-z-]*) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandListed();

    [GeneratedRegex(@"^commands=\((?<names>[a-z -]+)\)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandsOfScript();
}

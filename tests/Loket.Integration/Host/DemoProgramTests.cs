using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Loket.Commands;
using Loket.Configuration;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Integration.Residents;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>The program with the demo in it, as a newcomer starts it.</summary>
public sealed class DemoProgramTests : IDisposable
{
    private static readonly string[] Commands = ["demo", "scenario", "bench", "code", "codes", "serve", "migrate", "doctor"];

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
        var helped = await Task.WhenAll(Commands.Select(command => LoketProcess.RunDemo(folder, command, "--help")));

        foreach (var (command, help) in Commands.Zip(helped))
        {
            Assert.Contains(command, all, StringComparison.Ordinal);
            Assert.Equal((command, ExitCode.Ok), (command, help.Code));
            Assert.Contains("Description:", help.Said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("scenario", "lamppost", "There is no story 'lamppost'")]
    [InlineData("bench", "nothing", "There is no measurement 'nothing'")]
    [InlineData("demo", "--database=oracle", "oracle")]
    [InlineData("demo", "--port=lamp", "lamp")]
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

    [Theory(Explicit = true), BothDatabases]
    public async Task A_second_start_keeps_what_was_done_a_fresh_one_starts_over_and_each_stops_tidily(Database database)
    {
        var port = FreePort();
        string[] command = ["demo", "--database", database == Database.Sqlite ? "sqlite" : "postgres", "--port", port.ToString(CultureInfo.InvariantCulture)];
        string reference;
        using (var first = await LoketProcess.ServeDemo(folder, command))
        {
            using var resident = At(port);
            reference = await resident.Sends("Lantaarnpaal 118-042 brandt niet", "118-042");
            Assert.Contains($"http://127.0.0.1:{port}/partner/", first.Said, StringComparison.Ordinal);
            Assert.Contains("yvonne.de.ruiter", first.Said, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Ok, await first.Stop("-INT"));
        }

        using (var second = await LoketProcess.ServeDemo(folder, command))
        {
            Assert.Equal(HttpStatusCode.OK, await Sees(port, StaffRole.Agent, reference));
            Assert.Equal(ExitCode.Ok, await second.Stop());
        }

        using var fresh = await LoketProcess.ServeDemo(folder, [.. command, "--fresh"]);
        Assert.Equal(HttpStatusCode.NotFound, await Sees(port, StaffRole.TeamLead, reference));
        Assert.Equal(ExitCode.Ok, await fresh.Stop());
    }

    private static async Task<HttpStatusCode> Sees(int port, StaffRole role, string reference)
    {
        using var staff = At(port);
        var name = KnownFaces.SignInOf(role);
        await staff.Open("/sign-in");
        await staff.Send(("Form.SignInName", name), ("Form.Password", OrganisationOfTown.Password));
        await staff.Send(("Form.Code", TownSignIn.Code(key: OrganisationOfTown.CodeKeyOf(name))));
        await staff.Open("/zaken/" + reference);
        return staff.Status;
    }

    private static Visitor At(int port) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/") });

    // As root the demo's PostgreSQL stands where its own user can read it.
    private static string[] Clusters() => Directory.Exists("/var/lib/loket-demo") ? Directory.GetDirectories("/var/lib/loket-demo") : [];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

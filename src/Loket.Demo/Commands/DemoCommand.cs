using Loket.Kernel;
using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Loket.Commands;
using Loket.Configuration;
using Loket.Demo.Outside;
using Loket.Demo.Town.Loading;
using Loket.Hosting;
using Loket.Messages;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Demo.Commands;

/// <summary><c>demo</c>: the municipality of Haarlemmermeer with invented people, to look around in.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var fresh = new Option<bool>("--fresh") { Description = "Throw the demo's data away and start over." };
        var database = DatabaseOption.One();
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; without it 5080.", DefaultValueFactory = _ => 5080, HelpName = "N" }.Between(1, IPEndPoint.MaxPort);
        var cases = new Option<int>("--cases")
        {
            Description = $"How many cases are invented when the town is made, on top of the known stories; without it {DemoPreparation.UsualCases}.",
            DefaultValueFactory = _ => DemoPreparation.UsualCases, HelpName = "N",
        }.Between(0, 10_000);
        var command = new Command("demo", "Serve a demo municipality with invented people, kept in ./data. Not for real people's data.") { fresh, database, port, cases };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(fresh), parsed.GetRequiredValue(database), parsed.GetValue(port), parsed.GetValue(cases), cancel));
        return command;
    }

    private static async Task<int> Run(bool fresh, string database, int port, int cases, CancellationToken cancel)
    {
        var place = new DemoPlace(database);
        if (File.Exists(place.SecretFile) && !SecretFile.IsDemo(place.SecretFile))
            return Problem.Tell([new Problem(ExitCode.Settings, $"{place.Folder} holds a municipality that is not the demo. Start the demo in another folder.")]);
        if (InUse(port) is { } taken) return Problem.Tell([taken]);
        if (!File.Exists(place.SecretFile)) SecretFile.Create(place.SecretFile, demo: true);

        await using var cluster = database == "postgres" ? await PostgresCluster.StartAt(place.Cluster, cancel) : null;
        var settings = place.Settings(port, cluster);
        using var opened = OpenTenants.Open(settings, demoAllowed: true, locked: true);
        if (opened.Problems.Count > 0) return Problem.Tell(opened.Problems);
        place.Write(settings);

        await using var app = LoketHost.Build(settings, opened.Tenants);
        app.Services.GetRequiredService<TenantMessaging>().ShowOutbox(opened.Tenants[0]);
        var address = $"http://127.0.0.1:{port}/";
        if (await new DemoPreparation(app.Services, opened.Tenants[0]).Run(address, fresh, cases, cancel) is { } wrong) return Problem.Tell([wrong]);
        var doors = await PartnerDoors.Lines(app.Services, opened.Tenants[0], address, cancel);
        return await app.Serve(cancel, started: () => Welcome(port, doors));
    }

    // Asked before anything is made, so that nobody waits minutes for it.
    private static Problem? InUse(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return new Problem(ExitCode.Settings, $"The demo can't listen on port {port} of 127.0.0.1: {exception.Message}. Stop the other program or choose another port with --port.");
        }
    }

    private static void Welcome(int port, string doors) => Console.WriteLine($"""

        Loket is open.
          Residents  http://127.0.0.1:{port}/
          Staff      http://127.0.0.1:{port}/werk
          API        http://127.0.0.1:{port}/api/v1/openapi.json

        Sign in as one of these; the password of all is {OrganisationOfTown.Password}
        The code changes every half minute: ./loket codes prints those of this moment.

        {SignIns.Table(new BusinessClock(TimeProvider.System).Now())}

        Partners sign in nowhere: they act through the link in their mail. For example:

        {doors}

        Nothing leaves this machine: what would be sent stands under Berichten, Uitgaande post (http://127.0.0.1:{port}/berichten/uitgaand, for the agent).
        README.md tells a walk. Stop with Ctrl+C. What you did is kept; --fresh starts over.

        """);
}

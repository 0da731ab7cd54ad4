using System.Globalization;
using Dapper;
using Loket.Configuration;
using Loket.Demo.Outside;
using Loket.Demo.Town.Loading;
using Loket.Hosting;
using Loket.Organisation.Clients;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage;
using Loket.Storage.Journal;
using Loket.Storage.Tenancy;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Loket.Faults;

/// <summary>A municipality on the program as it goes to production, in a process of its own that may be taken down at any moment, with an outside world that keeps what it gets.</summary>
internal sealed class FaultyTown : IAsyncDisposable
{
    private const string Name = "town";

    private readonly string folder;
    private readonly Dictionary<string, string> settings;
    private readonly ServiceProvider services;
    private readonly OpenTenants opened;

    private FaultyTown(string folder, Dictionary<string, string> settings, PostgresCluster? cluster, SmtpSink mail, OutsideHttp http, ServiceProvider services, OpenTenants opened) =>
        (this.folder, this.settings, Cluster, Mail, Http, this.services, this.opened) = (folder, settings, cluster, mail, http, services, opened);

    /// <summary>The database server; null on SQLite.</summary>
    public PostgresCluster? Cluster { get; }

    /// <summary>The mail server.</summary>
    public SmtpSink Mail { get; }

    /// <summary>The SMS gateway.</summary>
    public OutsideHttp Http { get; }

    /// <summary>Where the program is reached, each time that it runs.</summary>
    public Uri Address => new(settings["Listen"]);

    /// <summary>The program that runs now.</summary>
    public LoketProcess Program { get; private set; } = null!;

    /// <summary>The client of the API through which contacts come in.</summary>
    public MadeClient Client { get; private set; } = null!;

    private Tenant Tenant => opened.Tenants[0];

    /// <summary>Makes the town and starts the program.</summary>
    /// <param name="database">On which database.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="on">The folder on which everything is kept; without it one of its own.</param>
    public static async Task<FaultyTown> Start(Database database, CancellationToken cancel, string? on = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(on ?? Path.GetTempPath(), "loket-faults-" + Guid.NewGuid().ToString("N"))).FullName;
        var cluster = database == Database.Postgres ? await PostgresCluster.StartTemporary(cancel, durable: true) : null;
        var (mail, http) = (SmtpSink.Start(), await OutsideHttp.Start());
        var settings = Settings(cluster, mail, http);
        var made = await LoketProcess.Run(folder, settings, "migrate", "--create");
        if (made.Code != 0) throw new InvalidOperationException(made.Said);

        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None)).AddLoket().BuildServiceProvider();
        var opened = OpenTenants.Open(Read(folder, settings), demoAllowed: false, locked: false);
        var town = new FaultyTown(folder, settings, cluster, mail, http, services, opened);
        await town.Found(cancel);
        await town.Restart();
        return town;
    }

    /// <summary>Makes somebody who signs in with the password and the app of every test.</summary>
    public async Task Make(string name, Role role, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        var made = await scope.ServiceProvider.GetRequiredService<SetUpOrganisation>().Handle(
            new OrganisationPlan(Staff: [new PlannedStaff(name, name, [role], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey))]), cancel);
        if (!made.Succeeded) throw new InvalidOperationException(made.Failure.Code);
    }

    /// <summary>A browser of its own, without script, before the town.</summary>
    public Visitor Browser() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address });

    /// <summary>Starts the program; the one before must be gone.</summary>
    public async Task Restart() => (Program, _) = await LoketProcess.Serve(folder, settings);

    /// <summary>Waits until everything that is to go out has gone, and nothing is left to do that may make more of it, such as the overviews of a working day.</summary>
    public async Task Drained(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // What was claimed when the program could write nothing any more comes free after its lease of two minutes.
        patience.CancelAfter(TimeSpan.FromSeconds(180));
        // One question, so that both are counted at one moment.
        while (await Count(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT (SELECT count(*) FROM messages WHERE state IN ('Queued', 'Sending'))
                + (SELECT count(*) FROM jobs WHERE state = 'Open' AND due_at <= {Tenant.Clock.Now().ToUnixTimeTicks() / 10})
            """)) > 0)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Waits until all that SQLite keeps beside its file stands in it. While the program does the same, or reads, it says that it is busy.</summary>
    public async Task PutAway(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await Count("PRAGMA wal_checkpoint(TRUNCATE)") != 0) await Task.Delay(50, patience.Token);
    }

    /// <summary>Counts.</summary>
    public async Task<long> Count(string sql) => (await Rows<long>(sql))[0];

    /// <summary>Looks into the database, beside the program.</summary>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        await using var db = services.GetRequiredService<Databases>().Open(Tenant);
        return [.. await db.Database.GetDbConnection().QueryAsync<T>(sql)];
    }

    /// <summary>Follows the journal from its first entry to its last.</summary>
    public Task<JournalReport> Journal(CancellationToken cancel) => services.GetRequiredService<JournalChain>().Verify(Tenant, null, cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        opened.Dispose();
        await services.DisposeAsync();
        await Mail.DisposeAsync();
        await Http.DisposeAsync();
        if (Cluster is not null) await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static Dictionary<string, string> Settings(PostgresCluster? cluster, SmtpSink mail, OutsideHttp http)
    {
        const string Prefix = $"Tenants:{Name}:";
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Listen"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PostgresCluster.FreePort()}"),
            [Prefix + "Database"] = cluster is null ? "sqlite" : "postgres",
            [Prefix + "Messages:Smtp:Host"] = "127.0.0.1",
            [Prefix + "Messages:Smtp:Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
            [Prefix + "Messages:Smtp:From"] = "loket@town.example",
            [Prefix + "Messages:Smtp:Security"] = "None",
            [Prefix + "Messages:Sms:Url"] = http.SmsUrl.ToString(),
            [Prefix + "Messages:Sms:From"] = "Town",
        };
        if (cluster is not null) settings[Prefix + "Connection"] = cluster.ConnectionTo(Name, mostConnections: 30);
        return settings;
    }

    // The same settings, read in this process.
    private static LoketSettings Read(string folder, Dictionary<string, string> settings)
    {
        var tenant = new TenantSettings
        {
            Database = settings[$"Tenants:{Name}:Database"], Connection = settings.GetValueOrDefault($"Tenants:{Name}:Connection"), Folder = Path.Combine(folder, "data", Name),
        };
        return new LoketSettings { Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal) { [Name] = tenant } };
    }

    private async Task Found(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        await TownFounder.Found(scope.ServiceProvider, Address.ToString(), cancel);
        var made = await scope.ServiceProvider.GetRequiredService<MakeClient>().Handle(
            new ClientDetails("website", "Website", [Right.RegisterContacts, Right.SeePersonalData, Right.SeeCases]), Actor.System, cancel);
        Client = made.Value;
    }
}

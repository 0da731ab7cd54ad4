using Loket.Configuration;
using Loket.Demo.Outside;
using Loket.Demo.Town.Loading;
using Loket.Hosting;
using Loket.Organisation.SetUp;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NodaTime;

namespace Loket.Demo.Playing;

/// <summary>The real program on a free port with a freshly founded demo town, thrown away afterwards. Jobs are done when the story says so.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly OpenTenants opened;
    private readonly PostgresCluster? cluster;
    private readonly string folder;

    private Stage(WebApplication app, OpenTenants opened, PostgresCluster? cluster, string folder) =>
        (this.app, this.opened, this.cluster, this.folder) = (app, opened, cluster, folder);

    /// <summary>The municipality.</summary>
    public Tenant Tenant => opened.Tenants[0];

    /// <summary>The services of the program.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it is reached.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The keys of its teams, people and partners.</summary>
    public OrganisationKeys Town { get; private set; } = null!;

    /// <summary>Opens a stage.</summary>
    /// <param name="database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Stage> Open(string database, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("loket-stage-").FullName;
        var cluster = database == "postgres" ? await PostgresCluster.StartTemporary(cancel) : null;
        var settings = new LoketSettings
        {
            Listen = "http://127.0.0.1:0",
            // What is printed is what was asked for, not that a server started.
            Logging = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning")]).Build().GetSection("Logging"),
            Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal)
            {
                ["stage"] = new() { Database = database, Connection = cluster?.ConnectionTo("stage", mostConnections: 40), Folder = Path.Combine(folder, "stage") },
            },
        };
        SecretFile.Create(Path.Combine(folder, "stage", "secret"), demo: true);
        var opened = OpenTenants.Open(settings, demoAllowed: true, locked: true);
        var app = LoketHost.Build(settings, opened.Tenants, withWorker: false);
        var stage = new Stage(app, opened, cluster, folder);
        try
        {
            await stage.Build(cancel);
            return stage;
        }
        catch
        {
            // Nothing is left behind, neither files nor a server.
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets time pass; what falls due is done.</summary>
    public Task Pass(Duration duration, CancellationToken cancel)
    {
        Tenant.Clock.Advance(duration);
        return RunJobs(cancel);
    }

    /// <summary>Does all jobs that are due, and those that follow from them.</summary>
    public async Task RunJobs(CancellationToken cancel)
    {
        var runner = Services.GetRequiredService<JobRunner>();
        while (await runner.RunDue(Tenant, 50, cancel) > 0)
        {
        }
    }

    private async Task Build(CancellationToken cancel)
    {
        await using (var db = Services.GetRequiredService<Databases>().Open(Tenant)) await Tenant.Database.Migrate(db, cancel);
        await app.StartAsync(cancel);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        Town = await TownFounder.Found(scope.ServiceProvider, Address.ToString(), cancel);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        opened.Dispose();
        if (cluster is not null) await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Loket.Configuration;
using Loket.Demo.Bulk;
using Loket.Demo.Outside;
using Loket.Demo.Town.Loading;
using Loket.Hosting;
using Loket.Organisation.Clients;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;

namespace Loket.Demo.Measuring;

/// <summary>A town with very many cases on the program in a process of its own, so that its processor time can be told from that of who measures.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private const string Name = "ground";

    private readonly string folder;
    private readonly ServiceProvider services;
    private readonly OpenTenants opened;
    private Process? program;

    private Ground(string folder, string settingsFile, Uri address, PostgresCluster? cluster, ServiceProvider services, OpenTenants opened) =>
        (this.folder, SettingsFile, Address, Cluster, this.services, this.opened) = (folder, settingsFile, address, cluster, services, opened);

    /// <summary>The settings that the program serves the town with.</summary>
    public string SettingsFile { get; }

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Database => Cluster is null ? "sqlite" : "postgres";

    /// <summary>Where the program is reached.</summary>
    public Uri Address { get; }

    /// <summary>The database server; null on SQLite.</summary>
    public PostgresCluster? Cluster { get; }

    /// <summary>The town.</summary>
    public Tenant Tenant => opened.Tenants[0];

    /// <summary>Services on the same database in this process.</summary>
    public IServiceProvider Services => services;

    /// <summary>Seconds of processor time of the program so far, and of a database that is a process of its own.</summary>
    public (double Program, double Database) Processor =>
        (ProcessorTime.Of(program!.Id), Cluster is null ? 0 : ProcessorTime.OfFamily(Cluster.ProcessId));

    /// <summary>Founds the town; it is empty and the program is not started.</summary>
    public static async Task<Ground> Prepare(string database, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("loket-bench-").FullName;
        var cluster = database == "postgres" ? await PostgresCluster.StartTemporary(cancel, durable: true) : null;
        var settings = new LoketSettings
        {
            Listen = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PostgresCluster.FreePort()}"),
            Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal)
            {
                [Name] = new() { Database = database, Connection = cluster?.ConnectionTo(Name, mostConnections: 40), Folder = Path.Combine(folder, Name) },
            },
        };
        SecretFile.Create(Path.Combine(folder, Name, "secret"), demo: false);
        var file = Path.Combine(folder, "loket.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings), cancel);

        var services = new ServiceCollection().AddLogging().AddLoket().BuildServiceProvider();
        var ground = new Ground(folder, file, new Uri(settings.Listen), cluster, services, OpenTenants.Open(settings, demoAllowed: false, locked: false));
        await using (var db = services.GetRequiredService<Databases>().Open(ground.Tenant)) await ground.Tenant.Database.Migrate(db, cancel);
        await using (var scope = ground.Scope()) await TownFounder.Found(scope.ServiceProvider, settings.Listen, cancel);
        return ground;
    }

    /// <summary>Puts cases in the town. The program may be running, as long as nobody asks it anything.</summary>
    public Task Fill(int cases, IProgress<string> progress, CancellationToken cancel) => new BulkFiller(services, Tenant).Fill(cases, progress, cancel);

    /// <summary>Starts the program, unless it runs, without a worker: jobs are measured apart.</summary>
    public async Task Start(CancellationToken cancel)
    {
        if (program is not null) return;
        program = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["bench-serve", "--config", SettingsFile]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var client = new HttpClient { BaseAddress = Address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!program.HasExited)
            {
                // It does not listen yet.
            }

            if (program.HasExited) throw new InvalidOperationException($"The program ended with {program.ExitCode}.");
            await Task.Delay(20, cancel);
        }
    }

    /// <summary>Stops the program, if it runs.</summary>
    public async Task Stop()
    {
        if (program is null) return;
        program.Kill();
        await program.WaitForExitAsync();
        program.Dispose();
        program = null;
    }

    /// <summary>A client of the API with a token.</summary>
    public async Task<HttpClient> SignIn(CancellationToken cancel)
    {
        MadeClient made;
        await using (var scope = Scope())
        {
            made = (await scope.ServiceProvider.GetRequiredService<MakeClient>().Handle(
                new ClientDetails("bench-" + Guid.NewGuid().ToString("N")[..8], "Bench", [Right.RegisterContacts, Right.SeeCases, Right.SeePersonalData]), Actor.System, cancel)).Value;
        }

        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = Address };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", made.Key), new("client_secret", made.Secret)]);
        using var answer = await http.PostAsync(new Uri("/api/v1/token", UriKind.Relative), form, cancel);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Stop();
        opened.Dispose();
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (Cluster is not null) await Cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private AsyncServiceScope Scope()
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        return scope;
    }
}

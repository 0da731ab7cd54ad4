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
using Loket.Kernel;
using Loket.Organisation.Accounts;
using Loket.Organisation.Clients;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Demo.Measuring;

/// <summary>A town with very many cases on the program in a process of its own, so that its processor time can be told from that of who measures.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private const string Name = "ground";

    // Passwords are digested slowly on purpose; who signs in two hundred people before measuring does not need that.
    private const int PasswordRounds = 1_000;

    private readonly string folder;
    private readonly ServiceProvider services;
    private readonly OpenTenants opened;
    private readonly LoketSettings settings;
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private Process? program;

    private Ground(string folder, string settingsFile, LoketSettings settings, PostgresCluster? cluster, ServiceProvider services, OpenTenants opened) =>
        (this.folder, SettingsFile, this.settings, Address, Cluster, this.services, this.opened) = (folder, settingsFile, settings, new Uri(settings.Listen), cluster, services, opened);

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

        var services = new ServiceCollection().AddLogging().AddLoket().PostConfigure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds).BuildServiceProvider();
        var ground = new Ground(folder, file, settings, cluster, services, OpenTenants.Open(settings, demoAllowed: false, locked: false));
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

    /// <summary>Serves the town in this process while something is asked that is not measured: what the program does can be listened to then.</summary>
    public async Task<T> Here<T>(Func<Task<T>> ask, CancellationToken cancel)
    {
        await Stop();
        // What it says of itself would stand among the figures.
        var quiet = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Default", "None"), new("Logging:LogLevel:Microsoft", "None"), new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "None")]);
        await using var app = LoketHost.Build(
            new LoketSettings { Listen = settings.Listen, Tenants = settings.Tenants, Logging = quiet.Build().GetSection("Logging") }, opened.Tenants, withWorker: false);
        await app.StartAsync(cancel);
        try
        {
            return await ask();
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
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

    /// <summary>Somebody of the staff at a browser of their own, signed in with password and code; once, however many measure.</summary>
    public async Task<StaffClient> SignIn(string name, CancellationToken cancel)
    {
        var by = (await Use<StaffDirectory, StaffCard?>(staff => staff.Find(name, cancel)))?.Id is { } id ? await Use<Actors, Actor?>(actors => actors.Of(id, cancel)) : null;
        if (by is null) throw new InvalidOperationException($"Nobody signs in as {name}.");
        if (!sessions.TryGetValue(name, out var session)) sessions.Add(name, session = await SessionOf(name, cancel));
        return new StaffClient(Address, session, by);
    }

    /// <summary>Uses a service as the program does, in this process.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = Scope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>What a question to the database gives.</summary>
    public async Task<IReadOnlyList<T>> Ask<T>(string sql, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<Databases>().Open(Tenant);
        return await db.Database.SqlQueryRaw<T>(sql).ToListAsync(cancel);
    }

    /// <summary>How many rows of tables the database has read so far; null on SQLite, which keeps no such account.</summary>
    public async Task<long?> RowsRead(CancellationToken cancel)
    {
        if (Cluster is null) return null;
        // Sessions report what they read once a second at most.
        await Task.Delay(TimeSpan.FromSeconds(1.5), cancel);
        return (await Ask<long>("SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint AS \"Value\" FROM pg_stat_user_tables", cancel))[0];
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

    private async Task<string> SessionOf(string name, CancellationToken cancel)
    {
        var browser = new SignInClient(Address.Host, null);
        var half = await Use<CheckPassword, Result<CheckPassword.HalfWay>>(check => check.Handle(new CheckPassword.Request(name, OrganisationOfTown.Password, browser), cancel));
        if (!half.Succeeded) throw new InvalidOperationException($"{name} could not sign in: {half.Failure.Code}.");
        var code = OneTimeCodes.Code(OrganisationOfTown.CodeKeyOf(name), OneTimeCodes.StepAt(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())));
        var whole = await Use<CheckCode, Result<CheckCode.Welcome>>(check => check.Handle(new CheckCode.Request(half.Value.Token, code, browser), cancel));
        return whole.Succeeded ? whole.Value.Token : throw new InvalidOperationException($"{name} could not sign in: {whole.Failure.Code}.");
    }

    private AsyncServiceScope Scope()
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        return scope;
    }
}

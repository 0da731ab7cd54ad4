using System.Net;
using System.Security.Cryptography;
using Loket.Demo.Outside;
using Loket.Demo.Town.Loading;
using Loket.Hosting;
using Loket.Kernel;
using Loket.Storage;
using Loket.Storage.Postgres;
using Loket.Storage.Sqlite;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Loket.Testing;

/// <summary>The real program on a real port, shared by all tests of a run; each test gets a tenant of its own, copied from a template.</summary>
public sealed class Installation : IAsyncDisposable
{
    private static readonly SqliteKind Sqlite = new();
    private static readonly PostgresKind Postgres = new();
    private static readonly Lazy<Task<Installation>> Shared = new(Launch);

    private readonly WebApplication app;
    private readonly string folder;
    private readonly Lazy<Task<PostgresCluster>> cluster = new(() => PostgresCluster.StartTemporary(CancellationToken.None));
    private readonly Dictionary<(Database Database, Start Start), Lazy<Task<string>>> templates;
    private int count;

    private Installation(WebApplication app, string folder)
    {
        (this.app, this.folder) = (app, folder);
        templates = Enum.GetValues<Database>().SelectMany(_ => Enum.GetValues<Start>(), (database, start) => (database, start)).ToDictionary(
            what => what,
            what => new Lazy<Task<string>>(() => what.database == Database.Sqlite ? MakeSqliteTemplate(what.start) : MakePostgresTemplate(what.start)));
    }

    /// <summary>The address on which it listens.</summary>
    public IPEndPoint Address { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The installation of this run.</summary>
    public static Task<Installation> Running => Shared.Value;

    /// <summary>Stops it at the end of the run, when any test used it.</summary>
    internal static async ValueTask Stop()
    {
        if (Shared.IsValueCreated) await (await Shared.Value).DisposeAsync();
    }

    /// <summary>A fresh tenant.</summary>
    public async Task<Tenant> NewTenant(Database database, Start start)
    {
        var name = $"t{Interlocked.Increment(ref count)}";
        var template = await templates[(database, start)].Value;
        string connection;
        if (database == Database.Sqlite)
        {
            var file = Path.Combine(folder, name + ".db");
            File.Copy(template, file);
            connection = SqliteKind.ConnectionTo(file);
        }
        else
        {
            await Admin($"CREATE DATABASE {name} TEMPLATE {template}");
            connection = (await cluster.Value).ConnectionTo(name, mostConnections: 8);
        }

        var tenant = new Tenant(name, [name + ".localhost"], database == Database.Sqlite ? Sqlite : Postgres, connection,
            Path.Combine(folder, name), RandomNumberGenerator.GetBytes(32), new BusinessClock(TimeProvider.System));
        Services.GetRequiredService<TenantCatalogue>().Add(tenant);
        return tenant;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (cluster.IsValueCreated) await (await cluster.Value).DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Installation> Launch()
    {
        var folder = Directory.CreateTempSubdirectory("loket-tests-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Loket", EnvironmentName = "Production" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        // Passwords are digested slowly on purpose; tests that sign in by the hundred do not need that.
        builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
        builder.Services.Configure<MvcOptions>(options => options.Filters.Add<ShownPage>());
        var app = builder.BuildLoket(withWorker: false);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var installation = new Installation(app, folder) { Address = new IPEndPoint(IPAddress.Loopback, address.Port) };
        return installation;
    }

    private async Task<string> MakeSqliteTemplate(Start start)
    {
        var file = Path.Combine(folder, $"template-{start}.db");
        await Migrate(Sqlite, SqliteKind.ConnectionTo(file), start);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }

    private async Task<string> MakePostgresTemplate(Start start)
    {
        var name = $"template_{start.ToString().ToLowerInvariant()}";
        await Admin($"CREATE DATABASE {name}");
        await Migrate(Postgres, (await cluster.Value).ConnectionTo(name) + ";Pooling=false", start);
        return name;
    }

    private async Task Migrate(IDatabaseKind kind, string connection, Start start)
    {
        await using var db = Services.GetRequiredService<Databases>().Open(kind, connection);
        await kind.Migrate(db, CancellationToken.None);

        if (start == Start.DemoTown)
        {
            using var tenant = new Tenant("template", ["template.invalid"], kind, connection, Path.Combine(folder, "template"), new byte[32], new BusinessClock(TimeProvider.System));
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = tenant;
            await TownFounder.Found(scope.ServiceProvider, "http://template.invalid/", CancellationToken.None);
        }

        if (kind is SqliteKind) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection((await cluster.Value).ConnectionTo("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

using System.Net;
using System.Net.Sockets;
using Loket.Storage;
using Loket.Storage.Jobs;
using Loket.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Loket.Testing;

/// <summary>A municipality of its own for one test, on the shared installation.</summary>
public sealed partial class Town : IAsyncDisposable
{
    private readonly Installation installation;

    private Town(Installation installation, Tenant tenant) => (this.installation, Tenant) = (installation, tenant);

    /// <summary>The tenant.</summary>
    public Tenant Tenant { get; }

    /// <summary>Its address for a browser, which takes every name under localhost for this machine.</summary>
    public Uri Address => new($"http://{Tenant.Hosts[0]}:{installation.Address.Port}/");

    /// <summary>A fresh town on a database.</summary>
    public static async Task<Town> On(Database database, Start start = Start.DemoTown)
    {
        var installation = await Installation.Running;
        return new Town(installation, await installation.NewTenant(database, start));
    }

    /// <summary>A client that follows no redirects and keeps cookies, where one wants to look at them in a jar of one's own.</summary>
    public HttpClient Client(bool followRedirects = false, CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = followRedirects,
            CookieContainer = cookies ?? new CookieContainer(),
            ConnectCallback = async (asked, cancel) =>
            {
                // Every name is the installation; this machine by its number is another server on it, as the municipality's provider.
                var isOther = IPAddress.TryParse(asked.DnsEndPoint.Host, out var machine);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(isOther ? new IPEndPoint(machine!, asked.DnsEndPoint.Port) : installation.Address, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = Address };
    }

    /// <summary>Uses a service as the program does, in a scope of this tenant.</summary>
    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = installation.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Uses a service as the program will when the machine's clock is so much further: sessions, codes and tries go by that clock, which a town cannot move.</summary>
    public async Task<T> UseLater<TService, T>(Duration later, Func<TService, Task<T>> use) where TService : class
    {
        await using var scope = installation.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Tenant = Tenant;
        return await use(ActivatorUtilities.CreateInstance<TService>(scope.ServiceProvider, new LaterTime(later)));
    }

    /// <summary>A context on its database, for looking at what is there.</summary>
    public LoketDb Open() => installation.Services.GetRequiredService<Databases>().Open(Tenant);

    /// <summary>Plans what comes back by itself, as a worker does when it begins; a town of a test has no worker.</summary>
    public Task PlanSchedules() => installation.Services.GetRequiredService<JobRunner>().Prepare(Tenant, CancellationToken.None);

    /// <summary>Does all jobs that are due, and those that follow from them.</summary>
    public async Task RunJobs()
    {
        var runner = installation.Services.GetRequiredService<JobRunner>();
        while (await runner.RunDue(Tenant, 50, CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>Lets time pass; what falls due is done.</summary>
    public async Task Pass(Duration duration)
    {
        Tenant.Clock.Advance(duration);
        await RunJobs();
    }

    /// <summary>Lets time pass until a moment; what falls due on the way is done at its own moment, as a program that never sleeps does.</summary>
    public async Task PassUntil(Instant moment)
    {
        var figures = installation.Services.GetRequiredService<JobFigures>();
        while (await figures.NextDue(Tenant, moment, CancellationToken.None) is { } due)
        {
            if (due > Tenant.Clock.Now()) Tenant.Clock.SetTo(due);
            await RunJobs();
        }

        if (moment > Tenant.Clock.Now()) Tenant.Clock.SetTo(moment);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        installation.Services.GetRequiredService<TenantCatalogue>().Remove(Tenant);
        Tenant.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class LaterTime(Duration later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later.ToTimeSpan();
    }
}

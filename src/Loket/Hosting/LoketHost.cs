using System.Net;
using Loket.Commands;
using Loket.Configuration;
using Loket.Messages;
using Loket.Organisation.Providers;
using Loket.Storage.Tenancy;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;

namespace Loket.Hosting;

/// <summary>The program as a server.</summary>
public static class LoketHost
{
    // Behind a load balancer: what is under way gets its answer, live streams are told to come back.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>A server for these municipalities, not started; the caller disposes it.</summary>
    /// <param name="settings">The settings of the installation.</param>
    /// <param name="tenants">Open municipalities, with a current schema.</param>
    /// <param name="withWorker">Whether this process does the jobs.</param>
    public static WebApplication Build(LoketSettings settings, IReadOnlyList<Tenant> tenants, bool withWorker = true)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // The static files stand beside the program, wherever it is started from, listed under the name of the program that was built.
            ApplicationName = ProgramName(), ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production,
        });
        // Our own settings only: no second place in which an address or a level might be set.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Tenants.SelectMany(tenant => tenant.Value.Addresses?.For(tenant.Key) ?? []));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, settings.Listen);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToStop);
        builder.Logging.Write(settings);
        builder.Services.AddHealth();
        if (settings.Telemetry is { } telemetry) builder.Services.AddTelemetry(new Uri(telemetry));
        if (settings.TrustedProxies.Count > 0) builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings.TrustedProxies));

        var app = builder.BuildLoket(withWorker, first =>
        {
            if (settings.TrustedProxies.Count > 0) first.UseForwardedHeaders();
            first.UseHealth();
        });
        var catalogue = app.Services.GetRequiredService<TenantCatalogue>();
        var messaging = app.Services.GetRequiredService<TenantMessaging>();
        var providers = app.Services.GetRequiredService<TenantProviders>();
        foreach (var tenant in tenants)
        {
            if (settings.Tenants[tenant.Name].Messages is { } messages) messaging.Set(tenant, messages);
            if (settings.Tenants[tenant.Name].SignIn is { } signIn) providers.Set(tenant, ProviderSecret.Filled(signIn));
            catalogue.Add(tenant);
        }

        return app;
    }

    /// <summary>Puts all pages in the list now, so that the first request does not wait for it.</summary>
    internal static void ListPages(this WebApplication app)
    {
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources) _ = source.Endpoints;
    }

    /// <summary>Serves until stopped.</summary>
    /// <param name="app">The server.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="started">Called when it listens.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Serve(this WebApplication app, CancellationToken cancel, Action? started = null)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            return Problem.Tell([new Problem(ExitCode.Settings, $"{exception.Message} Stop the other program or choose another port.")]);
        }

        started?.Invoke();
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Ok;
    }

    private static void Write(this ILoggingBuilder logging, LoketSettings settings)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            });
        if (settings.Logging is { } levels) logging.AddConfiguration(levels);
    }

    // A test program has no list of its own; the program's stands beside it.
    private static string ProgramName() =>
        System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name is { } entry && File.Exists(Path.Combine(AppContext.BaseDirectory, entry + ".staticwebassets.endpoints.json"))
            ? entry : nameof(Loket);

    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownProxies.Add(IPAddress.Parse(proxy));
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Loket.Demo.Outside;

/// <summary>A private PostgreSQL cluster for the demo and the tests: own folder, own port on loopback, own user.</summary>
/// <remarks>PostgreSQL refuses to run as root, and its own user can't read a checkout that only root may read; so the cluster lives
/// in a folder of its own and, when we are root, runs as the user <c>postgres</c> of the Debian package.</remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "loket";

    private readonly string folder;
    private readonly bool temporary;

    private PostgresCluster(string folder, int port, bool temporary) => (this.folder, Port, this.temporary) = (folder, port, temporary);

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The connection string of a database in this cluster.</summary>
    public string ConnectionTo(string database, int mostConnections = 10) =>
        $"Host=127.0.0.1;Port={Port.ToString(CultureInfo.InvariantCulture)};Username={Superuser};Database={database};Maximum Pool Size={mostConnections};Connection Idle Lifetime=20";

    /// <summary>A cluster that is thrown away afterwards.</summary>
    public static Task<PostgresCluster> StartTemporary(CancellationToken cancel) =>
        Start(Path.Combine(Path.GetTempPath(), "loket-postgres-" + Guid.NewGuid().ToString("N")[..12]), temporary: true, cancel);

    /// <summary>A cluster that keeps its data in a folder.</summary>
    public static Task<PostgresCluster> StartAt(string folder, CancellationToken cancel) => Start(folder, temporary: false, cancel);

    private static async Task<PostgresCluster> Start(string folder, bool temporary, CancellationToken cancel)
    {
        var binaries = Binaries();
        if (!File.Exists(Path.Combine(folder, "PG_VERSION")))
        {
            Directory.CreateDirectory(folder);
            if (Environment.UserName == "root") await Run("chown", ["postgres:postgres", folder], asPostgres: false, cancel);
            await Run(Path.Combine(binaries, "initdb"),
                ["-D", folder, "-U", Superuser, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], asPostgres: true, cancel);
        }

        var port = FreePort();
        var cluster = new PostgresCluster(folder, port, temporary);
        // Durable except where the data is thrown away anyway.
        var settings = $"-p {port.ToString(CultureInfo.InvariantCulture)} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=300"
            + (temporary ? " -c fsync=off -c full_page_writes=off -c synchronous_commit=off" : "");
        await Run(Path.Combine(binaries, "pg_ctl"), ["-D", folder, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "-o", settings, "start"], asPostgres: true, cancel);
        return cluster;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Run(Path.Combine(Binaries(), "pg_ctl"), ["-D", folder, "-m", "immediate", "stop"], asPostgres: true, CancellationToken.None);
        if (temporary) Directory.Delete(folder, recursive: true);
    }

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL is not installed. Type: apt-get install postgresql");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(string program, string[] arguments, bool asPostgres, CancellationToken cancel)
    {
        if (asPostgres && Environment.UserName == "root")
            (program, arguments) = ("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]);
        // The server inherits the pipes, so its output goes to its own log and ours is not read.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}

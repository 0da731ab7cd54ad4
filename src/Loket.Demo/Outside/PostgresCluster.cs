using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Loket.Demo.Outside;

/// <summary>A private PostgreSQL cluster for the demo and the tests: own folder, own port on loopback, own user, own password.</summary>
/// <remarks>PostgreSQL refuses to run as root, and its own user can't read a checkout that only root may read; so the cluster lives
/// in a folder of its own and, when we are root, runs as the user <c>postgres</c> of the Debian package. It has a password because
/// whoever may sign in as its superuser may run programs as its user, and loopback is open to everybody on the machine.</remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Superuser = "loket";

    private readonly string folder;
    private readonly string password;
    private readonly bool temporary;

    private PostgresCluster(string folder, int port, string password, bool temporary) =>
        (this.folder, Port, this.password, this.temporary) = (folder, port, password, temporary);

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The process of the server, the parent of all its sessions.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The connection string of a database in this cluster.</summary>
    public string ConnectionTo(string database, int mostConnections = 10) =>
        $"Host=127.0.0.1;Port={Text(Port)};Username={Superuser};Password={password};Database={database};Maximum Pool Size={Text(mostConnections)};Connection Idle Lifetime=20";

    /// <summary>A cluster that is thrown away afterwards.</summary>
    /// <param name="cancel">Stops the starting.</param>
    /// <param name="durable">Whether what is committed would survive a power cut, as in production; for measuring.</param>
    public static Task<PostgresCluster> StartTemporary(CancellationToken cancel, bool durable = false) =>
        Start(Path.Combine(Path.GetTempPath(), "loket-postgres-" + Guid.NewGuid().ToString("N")[..12]), temporary: true, durable, cancel);

    /// <summary>A cluster that keeps its data in a folder; one that a killed process left running is taken over.</summary>
    public static Task<PostgresCluster> StartAt(string folder, CancellationToken cancel) => Start(folder, temporary: false, durable: true, cancel);

    private static async Task<PostgresCluster> Start(string folder, bool temporary, bool durable, CancellationToken cancel)
    {
        var binaries = Binaries();
        if (!File.Exists(Path.Combine(folder, "data", "PG_VERSION"))) await Initialise(folder, binaries, cancel);
        var password = (await File.ReadAllTextAsync(PasswordFile(folder), cancel)).Trim();
        var data = Path.Combine(folder, "data");

        if (await Try(Path.Combine(binaries, "pg_ctl"), ["-D", data, "status"], cancel) == 0)
        {
            // The fourth line of its own file is the port on which it listens.
            var port = int.Parse((await File.ReadAllLinesAsync(Path.Combine(data, "postmaster.pid"), cancel))[3], CultureInfo.InvariantCulture);
            return new PostgresCluster(folder, port, password, temporary);
        }

        var cluster = new PostgresCluster(folder, FreePort(), password, temporary);
        // Durable except where the data is thrown away anyway. No socket file: its path may be longer than a socket's can be.
        var settings = $"-p {Text(cluster.Port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=300"
            + (!durable ? " -c fsync=off -c full_page_writes=off -c synchronous_commit=off" : "");
        await Run(Path.Combine(binaries, "pg_ctl"), ["-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "-o", settings, "start"], cancel);
        return cluster;
    }

    /// <summary>Takes the server down at once, as an outage does.</summary>
    public Task Halt(CancellationToken cancel) => Run(Path.Combine(Binaries(), "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop"], cancel);

    /// <summary>Starts the server again after <see cref="Halt"/>, on the same port.</summary>
    public Task Resume(CancellationToken cancel) =>
        Run(Path.Combine(Binaries(), "pg_ctl"), ["-D", Path.Combine(folder, "data"), "-l", Path.Combine(folder, "log"), "-w", "-t", "60", "restart"], cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var data = Path.Combine(folder, "data");
        await Run(Path.Combine(Binaries(), "pg_ctl"), ["-D", data, "-m", temporary ? "immediate" : "fast", "stop"], CancellationToken.None);
        if (temporary) Directory.Delete(folder, recursive: true);
    }

    private static async Task Initialise(string folder, string binaries, CancellationToken cancel)
    {
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder, Private);
        await File.WriteAllTextAsync(PasswordFile(folder), RandomNumberGenerator.GetHexString(32, lowercase: true), cancel);
        if (Environment.UserName == "root" && await Try("/bin/chown", ["-R", "postgres:postgres", folder], cancel, asPostgres: false) != 0)
            throw new InvalidOperationException("There is no user postgres. Type: apt-get install postgresql");
        await Run(Path.Combine(binaries, "initdb"),
            ["-D", Path.Combine(folder, "data"), "-U", Superuser, "--auth=scram-sha-256", $"--pwfile={PasswordFile(folder)}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], cancel);
    }

    private static string PasswordFile(string folder) => Path.Combine(folder, "password");

    private static string Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL is not installed. Type: apt-get install postgresql");

    /// <summary>A port of this machine on which nothing listens at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task Run(string program, string[] arguments, CancellationToken cancel)
    {
        if (await Try(program, arguments, cancel) is not 0 and var code)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {Text(code)}.");
    }

    private static async Task<int> Try(string program, string[] arguments, CancellationToken cancel, bool asPostgres = true)
    {
        if (asPostgres && Environment.UserName == "root")
            (program, arguments) = ("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]);
        // The server inherits the pipes, so its output goes to its own log and ours is not read.
        // In a session of its own: Ctrl+C in our terminal must not stop it before we do.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec setsid -w \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Loket.Commands;
using Loket.Configuration;
using Loket.Demo.Outside;

namespace Loket.Demo.Measuring;

/// <summary>How long it takes from the start of the process to the first page, on a database that is there, and how much memory the program then holds.</summary>
/// <remarks>The program itself is started, as a process of its own, several times; the files are warm, as after an update on a server that runs.
/// The processor time stands beside it because on a machine that is busy with other things the clock says little.</remarks>
internal sealed class ColdStart : IBench
{
    private const int Starts = 5;
    private const double MostMilliseconds = 2000;
    private const double MostMegabytes = 250;
    private const string Page = "/sign-in";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => "start";

    public string Measures => "time to the first page and memory at rest";

    public async Task<IReadOnlyList<Measured>> Run(string database, int cases, IProgress<string> progress, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("loket-start-").FullName;
        await using var cluster = database == "postgres" ? await PostgresCluster.StartTemporary(cancel) : null;
        try
        {
            var port = PostgresCluster.FreePort();
            var settings = await Prepare(folder, database, cluster, port, cancel);
            var (times, work, memory) = (new List<double>(), new List<double>(), new List<double>());
            for (var start = 1; start <= Starts; start++)
            {
                var measured = await Start(settings, port, cancel);
                progress.Report(string.Create(CultureInfo.InvariantCulture,
                    $"start {start}: {measured.Milliseconds:0} ms ({measured.Processor:0} ms of processor), {measured.Megabytes:0} MB"));
                times.Add(measured.Milliseconds);
                work.Add(measured.Processor);
                memory.Add(measured.Megabytes);
            }

            return
            [
                Measured.AtMost(MostMilliseconds, "first page after start, median of five", database, times.Order().ElementAt(Starts / 2), "ms"),
                Measured.Plain("processor time until then, median of five", database, work.Order().ElementAt(Starts / 2), "ms"),
                Measured.AtMost(MostMegabytes, "memory at rest, highest of five", database, memory.Max(), "MB"),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Prepare(string folder, string database, PostgresCluster? cluster, int port, CancellationToken cancel)
    {
        var settings = new LoketSettings
        {
            Listen = $"http://127.0.0.1:{port}",
            Tenants = new Dictionary<string, TenantSettings>(StringComparer.Ordinal)
            {
                ["start"] = new() { Database = database, Connection = cluster?.ConnectionTo("start"), Folder = Path.Combine(folder, "start") },
            },
        };
        var file = Path.Combine(folder, "loket.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(settings), cancel);
        using var made = Launch("migrate", "--create", "--config", file);
        await made.WaitForExitAsync(cancel);
        if (made.ExitCode != ExitCode.Ok) throw new InvalidOperationException($"migrate ended with {made.ExitCode}.");
        return file;
    }

    private static async Task<(double Milliseconds, double Processor, double Megabytes)> Start(string settings, int port, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var begun = Stopwatch.GetTimestamp();
        using var process = Launch("serve", "--config", settings);
        try
        {
            while (!await IsThere(client, cancel))
            {
                if (process.HasExited) throw new InvalidOperationException($"serve ended with {process.ExitCode}.");
                // Asking more often would take from the program what is measured.
                await Task.Delay(20, cancel);
            }

            var milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            process.Refresh();
            var processor = process.TotalProcessorTime.TotalMilliseconds;
            await Task.Delay(Rest, cancel);
            process.Refresh();
            return (milliseconds, processor, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> IsThere(HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var answer = await client.GetAsync(Page, cancel);
            return answer.StatusCode == HttpStatusCode.OK
                ? true
                : throw new InvalidOperationException($"The first page answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static Process Launch(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
}

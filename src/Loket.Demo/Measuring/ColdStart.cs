using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Loket.Demo.Measuring;

/// <summary>How long it takes from the start of the process to the first page, on the database of a town that is there, and how much memory the program then holds.</summary>
/// <remarks>The program itself is started (<c>serve</c>, in the program that has the demo on top: an assembly more than the production package, of which serving loads little), as a process of its own, five times; times are the median, memory is the highest; the files are warm, as after an update on a server that runs.
/// The processor time stands beside it because on a machine that is busy with other things the clock says little.</remarks>
internal sealed class ColdStart : IBench
{
    private const int Starts = 5;
    private const double MostMilliseconds = 2000;
    private const double MostMegabytes = 250;
    private const string Page = "/";   // the residents' front page
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(40);   // the sealer of the journal looks every half minute
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(250);   // of processor time in one glance: what now and then looks for work is rest too

    public string Name => "start";

    public string Measures => "time to the first page and memory at rest";

    public async Task<IReadOnlyList<Measured>> Run(Ground ground, BenchSize size, IProgress<string> progress, CancellationToken cancel)
    {
        await ground.Stop();
        if (!size.Quick)
        {
            progress.Report("A first start, not counted, does the jobs that the filling left.");
            await Start(ground, FirstRest, cancel);
        }

        var (times, work, memory) = (new List<double>(), new List<double>(), new List<double>());
        for (var start = 1; start <= (size.Quick ? 1 : Starts); start++)
        {
            var measured = await Start(ground, size.Of(Rest), cancel);
            progress.Report(string.Create(CultureInfo.InvariantCulture,
                $"start {start}: {measured.Milliseconds:0} ms ({measured.Processor:0} ms of processor), {measured.Megabytes:0} MB"));
            times.Add(measured.Milliseconds);
            work.Add(measured.Processor);
            memory.Add(measured.Megabytes);
        }

        var database = ground.Database;
        return
        [
            Measured.AtMost(MostMilliseconds, "first page after start", database, times.Order().ElementAt(times.Count / 2), "ms"),
            Measured.Plain("processor time until then", database, work.Order().ElementAt(work.Count / 2), "ms"),
            Measured.AtMost(MostMegabytes, "memory at rest", database, memory.Max(), "MB"),
        ];
    }

    private static async Task<(double Milliseconds, double Processor, double Megabytes)> Start(Ground ground, TimeSpan rest, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = ground.Address };
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, ["serve", "--config", ground.SettingsFile]) { RedirectStandardOutput = true, UseShellExecute = false })!;
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
            await UntilStill(process, rest, cancel);
            return (milliseconds, processor, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    // What was left to do is done, and nobody asks anything.
    private static async Task UntilStill(Process process, TimeSpan rest, CancellationToken cancel)
    {
        for (var (before, still) = (process.TotalProcessorTime, TimeSpan.Zero); still < rest; before = process.TotalProcessorTime)
        {
            await Task.Delay(Glance, cancel);
            process.Refresh();
            still = process.TotalProcessorTime - before < Idle ? still + Glance : TimeSpan.Zero;
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
}

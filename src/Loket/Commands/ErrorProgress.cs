using System.Diagnostics;
using System.Globalization;

namespace Loket.Commands;

/// <summary>Shows how far long work is, on the error stream so that the output stays what was asked for.</summary>
public sealed class ErrorProgress : IProgress<string>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly long start = Stopwatch.GetTimestamp();

    /// <inheritdoc />
    public void Report(string value) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(start).TotalSeconds,6:0.0} s] {value}"));

    /// <summary>Does long work, and says how far it is: at once, and every few seconds until it is done.</summary>
    /// <param name="how">How far it is now.</param>
    /// <param name="work">The work.</param>
    public async Task<T> During<T>(Func<string> how, Func<Task<T>> work)
    {
        Report(how());
        using var done = new CancellationTokenSource();
        var telling = Tell(how, done.Token);
        try
        {
            return await work();
        }
        finally
        {
            await done.CancelAsync();
            await telling;
        }
    }

    private async Task Tell(Func<string> how, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(done)) Report(how());
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}

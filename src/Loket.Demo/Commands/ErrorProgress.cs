using System.Diagnostics;
using System.Globalization;

namespace Loket.Demo.Commands;

/// <summary>Shows how far long work is, on the error stream so that the output stays what was asked for.</summary>
internal sealed class ErrorProgress : IProgress<string>
{
    private readonly long start = Stopwatch.GetTimestamp();

    public void Report(string value) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(start).TotalSeconds,6:0.0} s] {value}"));
}

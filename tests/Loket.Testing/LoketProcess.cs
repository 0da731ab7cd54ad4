using System.Diagnostics;
using System.Text;

namespace Loket.Testing;

/// <summary>The program as somebody starts it: a process with its own folder and variables.</summary>
public sealed class LoketProcess : IDisposable
{
    private const string DemoProgram = "Loket.Demo";
    private static readonly Dictionary<string, string> None = [];

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoketProcess(string program, string folder, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment["LOKET__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Code, string Said)> Run(string folder, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        RunToEnd(new LoketProcess("Loket", folder, settings, arguments));

    /// <summary>Runs a command of the program that has the demo in it, to its end.</summary>
    public static Task<(int Code, string Said)> RunDemo(string folder, params string[] arguments) => RunToEnd(new LoketProcess(DemoProgram, folder, None, arguments));

    /// <summary>Starts serving; waits until it listens.</summary>
    public static async Task<(LoketProcess Process, Uri Address)> Serve(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var one = new LoketProcess("Loket", folder, settings, ["serve"]);
        return (one, await one.Listens());
    }

    /// <summary>Starts the demo; waits until it listens.</summary>
    public static async Task<LoketProcess> ServeDemo(string folder, params string[] arguments)
    {
        var one = new LoketProcess(DemoProgram, folder, None, arguments);
        await one.Listens();
        return one;
    }

    /// <summary>Asks it to stop, as a service manager does, or as Ctrl+C does (-INT).</summary>
    public async Task<int> Stop(string signal = "-TERM")
    {
        using (var kill = Process.Start("/bin/kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>What it said so far, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>Takes it down at once (SIGKILL): it can do nothing about it. Returns when it is gone.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static async Task<(int Code, string Said)> RunToEnd(LoketProcess one)
    {
        using (one)
        {
            await one.process.WaitForExitAsync();
            return (one.process.ExitCode, one.Said);
        }
    }

    private async Task<Uri> Listens()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended) == ended) throw new InvalidOperationException($"It did not start: {Said}");
        return new Uri(await listening.Task);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        const string Mark = "Now listening on: ";
        if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at) listening.TrySetResult(line[(at + Mark.Length)..].Trim());
    }
}

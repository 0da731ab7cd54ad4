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
    private readonly StringBuilder printed = new();
    private readonly List<(string Words, TaskCompletionSource<string> Heard)> waiting = [];

    private LoketProcess(string program, string folder, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var (name, value) in settings) start.Environment["LOKET__" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) printed.AppendLine(line.Data);
            Hear(line.Data);
        };
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

    /// <summary>The same, with what it printed apart from what it told who waits.</summary>
    public static async Task<(int Code, string Printed, string Told)> RunDemoApart(string folder, params string[] arguments)
    {
        var one = new LoketProcess(DemoProgram, folder, None, arguments);
        var (code, all) = await RunToEnd(one);
        return (code, one.printed.ToString(), all);
    }

    /// <summary>Starts a command of the program that has the demo in it; waits until it has said some words.</summary>
    public static async Task<LoketProcess> StartDemo(string folder, string until, params string[] arguments)
    {
        var one = new LoketProcess(DemoProgram, folder, None, arguments);
        await one.Says(until);
        return one;
    }

    /// <summary>Starts serving; waits until it listens.</summary>
    /// <param name="folder">Where it is started.</param>
    /// <param name="settings">The settings, as variables.</param>
    /// <param name="more">What stands behind <c>serve</c>.</param>
    public static async Task<(LoketProcess Process, Uri Address)> Serve(string folder, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> more)
    {
        var one = new LoketProcess("Loket", folder, settings, ["serve", .. more]);
        return (one, await one.Listens());
    }

    /// <summary>Starts the demo; waits until it has said all that a newcomer needs.</summary>
    public static Task<LoketProcess> ServeDemo(string folder, params string[] arguments) => StartDemo(folder, "Stop with Ctrl+C.", arguments);

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
        const string Mark = "Now listening on: ";
        var line = await Says(Mark);
        return new Uri(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim());
    }

    private async Task<string> Says(string words)
    {
        var heard = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (said)
        {
            waiting.Add((words, heard));
            foreach (var line in said.ToString().Split(Environment.NewLine)) Tell(line);
        }

        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(heard.Task, ended) == ended && !heard.Task.IsCompleted) throw new InvalidOperationException($"It ended without saying '{words}': {Said}");
        return await heard.Task;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.AppendLine(line);
            Tell(line);
        }
    }

    private void Tell(string line)
    {
        foreach (var (words, heard) in waiting.Where(one => line.Contains(one.Words, StringComparison.Ordinal))) heard.TrySetResult(line);
    }
}

using System.Globalization;

namespace Loket.Demo.Measuring;

/// <summary>How much processor time a program used, by the accounts of the operating system (Linux, /proc).</summary>
internal static class ProcessorTime
{
    // sysconf(_SC_CLK_TCK) is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of a process itself.</summary>
    public static double Of(int process) => Read(process) is { } stat ? stat.Own / TicksPerSecond : 0;

    /// <summary>Seconds of a process and all its children, also of those that have ended: a database server with its sessions.</summary>
    public static double OfFamily(int parent)
    {
        var children = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Select(Read).OfType<Stat>().Where(stat => stat.Parent == parent).Sum(stat => stat.Own);
        return Read(parent) is { } server ? (server.Own + server.Ended + children) / TicksPerSecond : 0;
    }

    private static Stat? Read(int process)
    {
        try
        {
            // proc_pid_stat(5); the name, in brackets, may hold spaces.
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new Stat(Number(1), Number(11) + Number(12), Number(13) + Number(14));

            long Number(int place) => long.Parse(fields[place], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended; its parent counts it from now on.
            return null;
        }
    }

    private sealed record Stat(long Parent, long Own, long Ended);
}

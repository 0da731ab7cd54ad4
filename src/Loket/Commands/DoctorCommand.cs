using System.CommandLine;
using Loket.Configuration;
using Loket.Doctor;
using Loket.Hosting;

namespace Loket.Commands;

/// <summary><c>doctor</c>: what is wrong, and what to do.</summary>
internal static class DoctorCommand
{
    private const int EveryLinks = 100_000;

    public static Command Make()
    {
        var config = CommonOptions.Settings();
        var json = new Option<bool>("--json") { Description = "Print an array of {tenant, check, state, says, do}." };
        var command = new Command("doctor", "Look whether database, journal, jobs, mail, SMS, sign-in, clock, disk and keys are as they should be. Changes nothing, but notes in the journal that its chain was checked; ends with 1 when something is wrong.") { config, json };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(config), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> Run(string? file, bool json, CancellationToken cancel)
    {
        var settings = SettingsFile.Read(file, out var problems);
        if (problems.Count > 0) return Problem.Tell(problems);
        // The program may be running; we only read.
        using var opened = OpenTenants.Open(settings, demoAllowed: true, locked: false);

        await using var services = new ServiceCollection().AddLogging().AddLoket().AddSingleton<Examination>().BuildServiceProvider();
        var findings = new List<Finding>();
        var progress = new LinksFollowed();
        await foreach (var finding in services.GetRequiredService<Examination>().Of(settings, file, opened, progress, cancel))
        {
            findings.Add(finding);
            if (!json) Print(finding);
        }

        if (json) JsonOutput.Print(findings);
        return findings.Exists(finding => finding.State == FindingState.Wrong) ? ExitCode.NotWell : ExitCode.Ok;
    }

    private static void Print(Finding finding) => Console.WriteLine(
        $"{finding.State.ToString().ToLowerInvariant(),-6} {finding.Tenant ?? "-",-16} {finding.Check,-12} {finding.Says}{(finding.Do is { } todo ? $" -> {todo}" : "")}");

    private sealed class LinksFollowed : IProgress<long>
    {
        public void Report(long value)
        {
            if (value > 0 && value % EveryLinks == 0) Console.Error.WriteLine($"{value} links of the journal followed ...");
        }
    }
}

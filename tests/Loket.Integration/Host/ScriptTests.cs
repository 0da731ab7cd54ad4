using System.Diagnostics;
using System.Text.RegularExpressions;
using Loket.Commands;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>The script at the root, as far as it answers by itself: it ends with the codes of the program.</summary>
public sealed partial class ScriptTests
{
    [Theory]
    [InlineData("test", "--help")]
    [InlineData("test", "unit", "-h")]
    [InlineData("package", "--help")]
    [InlineData("dev", "--help")]
    [InlineData("dev", "migrations", "--help")]
    public async Task Help_is_given_at_once(params string[] arguments)
    {
        var (code, said, _) = await Run(arguments);

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("./loket " + arguments[0], said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Ok, "--help")]
    [InlineData(ExitCode.Ok, "-h")]
    [InlineData(ExitCode.Usage)]
    public async Task What_there_is_is_listed_before_anything_is_built(int ends, params string[] arguments)
    {
        var (code, said, told) = await Run(arguments);

        Assert.Equal(ends, code);
        foreach (var one in (string[])["demo", "test", "package", "scenario", "doctor"]) Assert.Contains(one, ends == ExitCode.Ok ? said : told, StringComparison.Ordinal);
        Assert.DoesNotContain("Building", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no command 'sreve'", "sreve")]
    [InlineData("unot", "test", "unot")]
    [InlineData("dev has one part", "dev")]
    [InlineData("dev has one part", "dev", "migration")]
    [InlineData("package takes nothing", "package", "everything")]
    public async Task What_is_not_understood_is_named_and_nothing_is_built(string named, params string[] arguments)
    {
        var (code, _, told) = await Run(arguments);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(named, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_each_kind_of_test_reports_is_added_up_and_what_reports_nothing_or_runs_nothing_has_failed()
    {
        var folder = Directory.CreateTempSubdirectory("loket-sums-").FullName;
        try
        {
            await Kind("Loket.Unit", Report(passed: 3, failed: 0, skipped: 1), ends: 0);
            await Kind("Loket.Architecture", Report(passed: 2, failed: 1, skipped: 0, test: "<test name=\"A_door_is_closed\" result=\"Fail\">"), ends: 1);
            await Kind("Loket.Integration", "", ends: 139);
            await Kind("Loket.Faults", Report(passed: 0, failed: 0, skipped: 0), ends: 0);
            await Kind("Loket.Browser", Report(passed: 4, failed: 0, skipped: 0), ends: 3);

            var all = await Sum("");
            Assert.Equal((1, "9 passed, 4 failed, 1 skipped"), (all.Code, all.Lines[^1]));
            Assert.Equal(["failed: A_door_is_closed", "Loket.Integration ended with 139 and reported nothing.", "Loket.Faults ran nothing.", "Loket.Browser ended with 3."], all.Lines[^5..^1]);
            Assert.Equal(["Building", "Loket.Unit", "Loket.Architecture", "Loket.Integration", "Loket.Faults", "Loket.Browser", "Everything"], Timed(all.Lines));
            var one = await Sum("unit");
            Assert.Equal((0, "3 passed, 0 failed, 1 skipped"), (one.Code, one.Lines[^1]));
            Assert.Equal(["Building", "Loket.Unit", "Everything"], Timed(one.Lines));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task Kind(string name, string report, int ends)
        {
            var program = Path.Combine(folder, "tests", name, "bin", "Release", "net10.0", name);
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            await File.WriteAllTextAsync(program, $"#!/bin/bash\nwhile [[ $1 != -result-xml ]]; do shift; done\nprintf '%s' '{report}' >\"$2\"\nexit {ends}\n", TestContext.Current.CancellationToken);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        async Task<(int Code, string[] Lines)> Sum(string kind)
        {
            var script = $"set -euo pipefail; root=$1; source \"$2/build/test.sh\"; need() {{ :; }}; dotnet() {{ :; }}; use_what_is_shipped() {{ :; }}; run_tests {kind}";
            var (code, said, _) = await Bash("-c", script, "bash", folder, Checkout.Root);
            return (code, said.TrimEnd().Split('\n'));
        }
    }

    private static IEnumerable<string> Timed(IEnumerable<string> lines) => lines.Select(line => Time().Match(line)).Where(match => match.Success).Select(match => match.Groups["what"].Value);

    private static string Report(int passed, int failed, int skipped, string test = "") =>
        $"<assemblies><assembly name=\"x\" total=\"{passed + failed + skipped}\" passed=\"{passed}\" failed=\"{failed}\" skipped=\"{skipped}\" errors=\"0\">\n{test}\n</assembly></assemblies>\n";

    private static Task<(int Code, string Said, string Told)> Run(params string[] arguments) => Bash([Script(), .. arguments]);

    private static async Task<(int Code, string Said, string Told)> Bash(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (said, told) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await told);
    }

    private static string Script() => Path.Combine(Checkout.Root, "loket");

    [GeneratedRegex(@"^== (?<what>\S+) took \d+:[0-5]\d$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}

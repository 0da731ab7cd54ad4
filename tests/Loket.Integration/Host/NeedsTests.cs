using System.Diagnostics;
using System.Text.Json;
using Loket.Commands;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>What somebody reads on a machine that lacks what Loket needs.</summary>
public sealed class NeedsTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_root_reads_a_command_that_works_on_a_machine_without_lists_of_packages()
    {
        var (code, said) = await Needs("postgres chromium", "id() { echo 1000; }; apt-get() { :; };");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains("Type: sudo apt-get update && sudo apt-get install --no-install-recommends postgresql chromium-headless-shell", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_of_dotnet_that_is_named_is_the_one_that_the_build_asks_for()
    {
        using var asked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "global.json"), Cancel));

        var (code, said) = await Needs("dotnet", "");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains($"Loket needs the .NET SDK {asked.RootElement.GetProperty("sdk").GetProperty("version").GetString()} ", said, StringComparison.Ordinal);
    }

    // The script as it is, on a machine that has nothing; only what the machine says of itself is made up.
    private static async Task<(int Code, string Said)> Needs(string what, string machine)
    {
        var script = $"set -euo pipefail; root=$1; source \"$root/build/needs.sh\"; has() {{ return 1; }}; {machine} need {what}";
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script, "bash", Checkout.Root]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await shell.StandardError.ReadToEndAsync(Cancel);
        await shell.WaitForExitAsync(Cancel);
        return (shell.ExitCode, said);
    }
}

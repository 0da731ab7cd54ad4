using System.Diagnostics;
using System.Text.Json;
using Loket.Commands;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>What happens on a machine that lacks what Loket needs, and what somebody reads there.</summary>
public sealed class NeedsTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("loket-needs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Who_is_not_root_reads_a_command_that_works_on_a_machine_without_lists_of_packages()
    {
        var (code, said) = await Needs("postgres chromium", "id() { echo 1000; }; apt-get() { :; };");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains("Type: sudo apt-get update && sudo apt-get install --no-install-recommends postgresql chromium-headless-shell", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_root_on_Debian_all_that_is_missing_is_installed_and_Debian_is_told_first_to_start_no_server_of_its_own()
    {
        var (code, said) = await Needs("postgres chromium fonts", Root(Path.Combine(folder, "etc", "createcluster.conf")));

        Assert.True(code == ExitCode.Ok, said);
        Assert.Equal(
            ["noninteractive update", "noninteractive install -y --no-install-recommends -o Dpkg::Options::=--force-confold postgresql chromium-headless-shell fonts-liberation", "create_main_cluster = false"],
            await File.ReadAllLinesAsync(Path.Combine(folder, "calls"), Cancel));
    }

    [Fact]
    public async Task What_the_machine_already_says_of_servers_stays()
    {
        var settings = Path.Combine(folder, "createcluster.conf");
        await File.WriteAllTextAsync(settings, "ssl = on\n", Cancel);

        Assert.Equal(ExitCode.Ok, (await Needs("postgres", Root(settings))).Code);
        Assert.Equal("ssl = on\n", await File.ReadAllTextAsync(settings, Cancel));
    }

    [Fact]
    public async Task What_cannot_be_installed_is_told_with_what_the_machine_said_and_what_to_type()
    {
        var (code, said) = await Needs("chromium", "id() { echo 0; }; apt-get() { echo 'No network.'; return 100; };");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains("No network.", said, StringComparison.Ordinal);
        Assert.Contains("Installing failed. Type: apt-get update && apt-get install --no-install-recommends chromium-headless-shell", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_of_dotnet_that_is_named_is_the_one_that_the_build_asks_for()
    {
        using var asked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "global.json"), Cancel));

        var (code, said) = await Needs("dotnet", "");

        Assert.Equal(ExitCode.Settings, code);
        Assert.Contains($"Loket needs the .NET SDK {asked.RootElement.GetProperty("sdk").GetProperty("version").GetString()} ", said, StringComparison.Ordinal);
    }

    // Each call is written down, and at the installing what stands in the settings by then.
    private string Root(string settings) =>
        $$"""cluster_settings='{{settings}}'; id() { echo 0; }; apt-get() { { echo "$DEBIAN_FRONTEND $*"; [[ $1 != install || ! -e $cluster_settings ]] || cat "$cluster_settings"; } >>'{{folder}}/calls'; };""";

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

using System.Diagnostics;
using Loket.Commands;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Host;

/// <summary>The script at the root, as far as it answers by itself: it ends with the codes of the program.</summary>
public sealed class ScriptTests
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

    private static async Task<(int Code, string Said, string Told)> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", [Script(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var (said, told) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await told);
    }

    private static string Script() => Path.Combine(Checkout.Root, "loket");
}

using System.Diagnostics;
using System.Text.Json;
using Loket.Testing;
using Xunit;

namespace Loket.Browser.Checks;

/// <summary>html-validate, started once for a run when the first page is checked.</summary>
public sealed class HtmlValidator : IAsyncLifetime
{
    private readonly SemaphoreSlim turn = new(1);
    private Process? node;

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>What is wrong with the HTML of a page.</summary>
    public async Task<IReadOnlyList<string>> Complaints(string html)
    {
        await turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            node ??= Start();
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(html));
            await node.StandardInput.FlushAsync();
            var answer = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("html-validate has stopped.");
            return JsonSerializer.Deserialize<string[]>(answer)!;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (node is not null)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }

        turn.Dispose();
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "Loket.Browser", "Checks", "validate.mjs")])
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
    })!;
}

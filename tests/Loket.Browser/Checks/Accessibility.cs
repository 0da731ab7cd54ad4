using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Loket.Browser.Checks;

/// <summary>What axe finds on a page: WCAG 2.2 AA and good practice.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    private static readonly AxeRunOptions OnlyContrast = new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };

    /// <summary>All that it finds.</summary>
    public static Task<IReadOnlyList<string>> Complaints(IPage page) => Run(page, Wcag);

    /// <summary>What cannot be read for want of contrast, in the colours of now.</summary>
    public static Task<IReadOnlyList<string>> Contrast(IPage page) => Run(page, OnlyContrast);

    // An answer without a single rule that holds is no answer.
    private static async Task<IReadOnlyList<string>> Run(IPage page, AxeRunOptions options)
    {
        var found = await page.RunAxe(options);
        if (found.Passes.Length == 0) return ["axe looked at nothing"];
        return [.. found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))];
    }
}

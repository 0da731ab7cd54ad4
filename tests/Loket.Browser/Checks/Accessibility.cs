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

    /// <summary>What it finds; an answer without a single rule that holds is no answer.</summary>
    public static async Task<IReadOnlyList<string>> Complaints(IPage page)
    {
        var found = await page.RunAxe(Wcag);
        if (found.Passes.Length == 0) return ["axe looked at nothing"];
        return [.. found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}"))];
    }
}

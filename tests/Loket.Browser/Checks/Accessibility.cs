using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Loket.Browser.Checks;

/// <summary>What axe finds on a page: WCAG 2.2 AA and good practice.</summary>
/// <remarks>Its script is put into the page once and answers with what is wrong alone. The way of its package (RunAxe) puts it into an empty page of another window too, and hands
/// over all that it looked at; that is for frames, and there are none.</remarks>
internal static class Accessibility
{
    private const string Wcag = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    // In the dark a page is the same but for its colours.
    private const string Colours = "{ type: 'rule', values: ['color-contrast'] }";

    private static readonly string Axe = $"() => {{ {new BundledAxeScriptProvider().GetScript()}\n}}";

    /// <summary>What it finds; an answer without a single rule that holds is no answer.</summary>
    public static async Task<IReadOnlyList<string>> Complaints(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await Run(page, Wcag);
    }

    /// <summary>What it finds in the dark scheme, on a page that it looked at just before.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsInTheDark(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var found = await Run(page, Colours);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        return [.. found.Select(complaint => "dark: " + complaint)];
    }

    private static Task<string[]> Run(IPage page, string rules) => page.EvaluateAsync<string[]>($$"""
        async () => {
          const found = await axe.run(document, { runOnly: {{rules}}, resultTypes: ['violations'] });
          return found.passes.length === 0 ? ['axe looked at nothing'] : found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html}`));
        }
        """);
}

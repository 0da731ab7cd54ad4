using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>The pages on which administrators say how work goes.</summary>
public sealed class RulePageTests(BrowserOfTheRun browser, HtmlValidator html, QuietTown quiet) : PageTests(browser, html, quiet)
{
    public static IEnumerable<ITheoryDataRow> States => Rows(RuleStates.All);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_can_be_used_by_everyone(string page, string state) => Look(page, state);
}

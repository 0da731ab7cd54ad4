using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>The pages of the workspace.</summary>
public sealed class StaffPageTests(BrowserOfTheRun browser, HtmlValidator html, QuietTown quiet) : PageTests(browser, html, quiet)
{
    public static IEnumerable<ITheoryDataRow> States => Rows([.. StaffStates.All, .. CaseStates.All, .. CallbackStates.All, .. CustomerStates.All]);

    [Theory]
    [MemberData(nameof(States))]
    public Task It_can_be_used_by_everyone(string page, string state) => Look(page, state);
}

using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>The pages of residents and partners, and those for signing in.</summary>
public sealed class PublicPageTests(BrowserOfTheRun browser, HtmlValidator html, QuietTown quiet) : PageTests(browser, html, quiet)
{
    public static IEnumerable<ITheoryDataRow> States => Rows(Scene.All.Except([.. StaffStates.All, .. CaseStates.All, .. CallbackStates.All, .. CustomerStates.All, .. ManageStates.All, .. RuleStates.All]));

    [Theory]
    [MemberData(nameof(States))]
    public Task It_can_be_used_by_everyone(string page, string state) => Look(page, state);
}

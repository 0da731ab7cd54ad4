using Loket.Browser.Checks;
using Loket.Browser.Windows;
using Loket.Testing;
using Xunit;

namespace Loket.Browser.Pages;

/// <summary>Every page of the program, in each state in which people meet it: for everybody to use, in light and in dark, correct HTML, and fitting on a phone.
/// By part of the site, so that the parts are looked at beside each other.</summary>
public abstract class PageTests(BrowserOfTheRun browser, HtmlValidator html, QuietTown quiet) : BrowserTest(browser), IClassFixture<QuietTown>
{
    // One page: -preEnumerateTheories -trait page=/Manage/Teams/Team
    private protected static IEnumerable<ITheoryDataRow> Rows(params IEnumerable<PageState> states) =>
        states.Select(state => new TheoryDataRow<string, string>(state.Page, state.State).WithTrait("page", state.Page));

    private protected async Task Look(string page, string state)
    {
        var table = Scene.All.Single(one => one.Page == page && one.State == state);
        var window = await table.Show(table.OnlyOpens ? new Scene(quiet.Town, roles => Keep(quiet.WindowOf(roles))) : await OwnScene());
        Assert.Equal(table.LandsOn, window.Shown);
        var name = $"pages{page}-{state.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}";
        var found = new List<string>();

        await window.Picture(name);
        found.AddRange(await html.Complaints(await window.Html()));
        found.AddRange(await Accessibility.Complaints(window.Page));
        found.AddRange(await Accessibility.ComplaintsInTheDark(window.Page));
        found.AddRange(await Layout.Complaints(window.Page));
        await window.Page.SetViewportSizeAsync(360, 800);
        await window.Picture(name);
        await window.Page.SetViewportSizeAsync(320, 256);
        found.AddRange(await Layout.Complaints(window.Page));

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task<Scene> OwnScene()
    {
        var town = await TownOn(Database.Sqlite);
        return new Scene(town, roles => roles.Count == 0 ? WindowIn(town) : StaffIn(town, Way.Desktop, roles));
    }
}

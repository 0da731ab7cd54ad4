using Loket.Browser.Pages;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>A team works through its lists (row B3): several cases at once with one undo, a view that is kept, a file, and a list that stands open while colleagues work.</summary>
public sealed class WorkStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, BothDatabases]
    public async Task A_list_is_put_in_order_kept_worked_through_undone_and_taken_along(Database database)
    {
        var town = await TownOn(database);
        await Stand(town, "De brug piept", "De brug rammelt");
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await lead.Open("/werk/alles");
        await lead.Unfold("Filter en sorteer");
        await lead.Select("Volgorde", "Nieuwste eerst");
        await lead.Press("Toon");
        await Assertions.Expect(Rows(lead).First).ToContainTextAsync("De brug rammelt");
        await lead.Unfold("Bewaar dit overzicht");
        await lead.Fill("Naam", "Het nieuwste eerst");
        await lead.Press("Bewaar");
        await lead.Says("Het overzicht is bewaard.");
        await lead.Picture("work/kept");

        await lead.Page.Locator("th [type=checkbox]").CheckAsync();
        await lead.Press("Pak op");
        await lead.Says("U hebt 2 zaken opgepakt.");
        await lead.Picture("work/taken");
        await lead.Press("Maak ongedaan");
        await lead.Says("2 zaken teruggezet zoals ze waren.");

        var file = await lead.Page.RunAndWaitForDownloadAsync(() => lead.Page.GetByRole(AriaRole.Link, new() { Name = "Download deze lijst (CSV, voor Excel)" }).ClickAsync());
        Assert.Equal("werk-alles.csv", file.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync((await file.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal([true, false], lines[1..].Select(line => line.Contains("De brug rammelt", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_list_that_stands_open_says_what_came_shows_what_a_colleague_did_and_moves_nothing(Database database)
    {
        var town = await TownOn(database);
        await Stand(town, "De brug piept", "De brug rammelt");
        var (lead, colleague) = (await StaffIn(town, Way.Desktop, Role.TeamLead), await StaffIn(town, Way.Desktop, Role.Handler));
        await lead.Page.Clock.InstallAsync();
        await lead.Open("/werk/alles");
        var stood = await Rows(lead).Locator(".loket-reference").AllInnerTextsAsync();
        await lead.Page.Locator("[name='Bulk.Case']").Nth(1).CheckAsync();

        await colleague.Open("/werk/alles");
        foreach (var place in (int[])[0, 1])
        {
            await colleague.Act(Rows(colleague).Nth(place).Locator("form[action*='handler=Take'] button"));
            await colleague.Says("U hebt dit opgepakt");
        }

        await Stand(town, "Bankje kapot");
        await lead.Page.Mouse.MoveAsync(20, 20);
        await lead.Page.Clock.FastForwardAsync("01:01");
        await Assertions.Expect(lead.Page.Locator(".loket-news")).ToHaveTextAsync("1 nieuw, toon");
        await Assertions.Expect(Rows(lead).Nth(0).Locator("form[action*='handler=Take']")).ToHaveCountAsync(0);
        // What is ticked waits until it is let go.
        await Assertions.Expect(Rows(lead).Nth(1).Locator("form[action*='handler=Take']")).ToHaveCountAsync(1);
        Assert.Equal(stood, await Rows(lead).Locator(".loket-reference").AllInnerTextsAsync());
        await lead.Picture("work/open");

        await lead.Follow("1 nieuw, toon");
        await lead.Says("Bankje kapot");
    }

    private static ILocator Rows(Window window) => window.Page.Locator("#work tbody tr");

    private async Task Stand(Town town, params IReadOnlyList<string> subjects)
    {
        var scene = new Scene(town, roles => StaffIn(town, Way.Desktop, roles));
        foreach (var subject in subjects) await StaffSteps.Stands(scene, subject);
    }
}

using System.Text;
using Loket.Browser.Pages;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>The functional administrator changes how a kind of case runs, without a programmer (row B1).</summary>
public sealed class CaseTypeStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, BothDatabases]
    public async Task A_kind_gets_statuses_and_tasks_goes_live_and_cases_that_run_keep_theirs(Database database)
    {
        var town = await TownOn(database);
        var scene = new Scene(town, roles => StaffIn(town, Way.Desktop, roles));
        var before = await (await StaffSteps.Taken(scene, "De brug piept")).Reference();
        var administrator = await StaffIn(town, Way.Desktop, Role.FunctionalAdministrator);

        await administrator.Open("/beheer/zaaktypen/general/statussen");
        await Fills(administrator, "Statuses", ("Nl", "Onderzoek"), ("En", "Looking into it"), ("ResidentsNl", "Wij zoeken het uit."), ("ResidentsEn", "We are looking into it."));
        await administrator.Picture("types/statuses");
        await administrator.Press("Opslaan");
        await administrator.Open("/beheer/zaaktypen/general/taken");
        await Fills(administrator, "Tasks", ("Nl", "Foto maken"), ("En", "Take a photo"));
        await administrator.Picture("types/tasks");
        await administrator.Press("Opslaan");
        await administrator.Says("Wat er anders wordt");
        await administrator.Picture("types/differences");
        await administrator.Press("Neem in gebruik");
        await administrator.Says("Versie 2 geldt nu voor nieuwe zaken.");

        var after = await (await StaffSteps.Taken(scene, "De brug rammelt")).Reference();
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await lead.Open("/zaken/" + before);
        await lead.KeepsSilentAbout("Foto maken");
        await lead.Open("/zaken/" + after);
        await lead.Says("Foto maken");
        await lead.Picture("types/case");
    }

    [Theory, BothDatabases]
    public async Task A_kind_goes_out_as_a_file_and_comes_in_whole_or_not_at_all(Database database)
    {
        var town = await TownOn(database);
        var administrator = await StaffIn(town, Way.Desktop, Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/general/versies");
        var got = await administrator.Page.RunAndWaitForDownloadAsync(() => administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Haal dit zaaktype op als bestand (JSON)" }).ClickAsync());
        var file = (await File.ReadAllTextAsync((await got.PathAsync())!, TestContext.Current.CancellationToken)).Replace("\"key\": \"general\"", "\"key\": \"street-party\"", StringComparison.Ordinal);

        await ReadsIn(administrator, file.Replace("\"solved\": true", "\"solved\": \"misschien\"", StringComparison.Ordinal));
        await Assertions.Expect(administrator.Page.Locator(".loket-error-summary")).ToContainTextAsync("Resultaat 1");
        await administrator.Picture("types/file-refused");
        await ReadsIn(administrator, file);
        await administrator.Says("Dit zaaktype is nog niet in gebruik.");
        await administrator.Picture("types/file-taken-in");
    }

    private static async Task Fills(Window window, string part, params IReadOnlyList<(string Field, string Text)> fields)
    {
        foreach (var (field, text) in fields) await window.Page.Locator($"[name='Form.{part}[0].{field}']").FillAsync(text);
    }

    private static async Task ReadsIn(Window window, string file)
    {
        await window.Open("/beheer/zaaktypen/inlezen");
        await window.Attach("Bestand", new FilePayload { Name = "zaaktype.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(file) });
        await window.Press("Lees in");
    }
}

using Loket.Browser.Pages;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>A virtual colleague does a part of the work (row B9): set up, tried on last month, switched on, and known by what it did.</summary>
public sealed class VirtualColleagueStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    private const string Subject = "Tegel los bij de klokkenstoel";

    [Theory, BothDatabases]
    public async Task It_is_tried_switched_on_and_what_it_does_stands_on_the_case(Database database)
    {
        var town = await TownOn(database);
        var scene = new Scene(town, roles => StaffIn(town, Way.Desktop, roles));
        await StaffSteps.Taken(scene, Subject);
        var administrator = await StaffIn(town, Way.Desktop, Role.FunctionalAdministrator);
        await administrator.Open("/beheer/virtuele-collegas/nieuw");
        await administrator.Fill("Naam", "Fotograaf");
        await administrator.Fill("Met een van deze woorden", "klokkenstoel");
        await administrator.Fill("De taak in het Nederlands", "Foto bekijken");
        await administrator.Fill("De taak in het Engels", "Look at the photo");
        await administrator.Picture("colleagues/set-up");
        await administrator.Press("Opslaan");
        await administrator.Press("Probeer op de vorige maand");
        await administrator.Says("Hij had iets gedaan met 1 van de");
        await administrator.Picture("colleagues/tried");
        await administrator.Press("Zet aan");
        await administrator.Says("Deze virtuele collega is aan");

        var reference = await (await StaffSteps.Taken(scene, Subject)).Reference();
        await town.RunJobs();
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await lead.Open("/zaken/" + reference);
        await lead.Says("Virtuele collega ‘Fotograaf’");
        await lead.Says("Foto bekijken");
        await lead.Picture("colleagues/case");
    }

    [Theory, BothDatabases]
    public async Task One_that_would_go_round_is_refused_in_words(Database database)
    {
        var town = await TownOn(database);
        var administrator = await StaffIn(town, Way.Desktop, Role.FunctionalAdministrator);
        await administrator.Open("/beheer/virtuele-collegas/nieuw");
        await administrator.Fill("Naam", "Rondloper");
        await administrator.Select("Moment", "Als een zaak bij een team komt of in de triage");
        await administrator.Page.Locator("[name='Form.Team']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await administrator.Press("Opslaan");
        await administrator.Refuses(
            "Deze virtuele collega zet zichzelf weer in gang: wat hij doet, is ook waarop hij wacht. Kies een ander moment, of laat hem iets anders doen.");
        await administrator.Picture("colleagues/goes-round");
    }
}

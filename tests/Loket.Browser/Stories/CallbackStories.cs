using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>Somebody asks to be called back, and is (row A6).</summary>
public sealed class CallbackStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, EveryWay]
    public async Task A_resident_sees_when_chooses_another_time_and_cancels(Way way, Database database)
    {
        var town = await TownOn(database);
        await using var mailbox = await Mailbox.In(town);
        await Asks(await StaffIn(town, Way.Desktop, Role.Agent));
        await town.RunJobs();
        var resident = await WindowIn(town, way);

        await resident.Open(CallbackMail.LinkIn(mailbox.OnlyMailTo("jo@voorbeeld.example")));
        await resident.Shows("Wij bellen u terug");
        await resident.Press("Bel mij dan");
        await resident.Refuses("Kies wanneer wij bellen.");
        var other = (await resident.Field("Komt een andere tijd u beter uit?").Locator("option").Nth(2).TextContentAsync())!.Trim();
        await resident.Select("Komt een andere tijd u beter uit?", other);
        await resident.Picture($"callback/resident-{way}");
        await resident.Press("Bel mij dan");
        await resident.Says("Wij bellen u op de tijd die u koos");
        await resident.Says($"Wij bellen u op {other}.");
        await resident.Press("Bel mij niet meer");
        await resident.Says("Wij bellen u niet meer");
        await resident.Picture($"callback/resident-done-{way}");
    }

    [Theory]
    [InlineData(Way.Desktop, Database.Sqlite)]
    [InlineData(Way.Desktop, Database.Postgres)]
    [InlineData(Way.Keyboard, Database.Sqlite)]
    [InlineData(Way.WithoutScript, Database.Sqlite)]
    public async Task Staff_promises_calls_in_vain_and_speaks_and_the_figures_know(Way way, Database database)
    {
        var town = await TownOn(database);
        var agent = await StaffIn(town, way, Role.Agent);
        var reference = await Asks(agent);
        await agent.Picture($"callback/receipt-{way}");

        var caller = await StaffIn(town, way, Role.TeamLead);
        await caller.Open("/terugbellen/alles");
        await caller.Picture($"callback/list-{way}");
        await caller.Follow("Jo Bakker");
        await caller.Press("Ik bel");
        await caller.Says("U belt deze inwoner");
        await caller.Choose("Niet bereikt");
        var again = (await caller.Field("Wanneer bellen wij opnieuw?").Locator("option").Nth(1).TextContentAsync())!.Trim();
        await caller.Select("Wanneer bellen wij opnieuw?", again);
        await caller.Picture($"callback/request-{way}");
        await caller.Press("Leg het telefoontje vast");
        await caller.Says("1 keer gebeld");
        await caller.Choose("Gesproken");
        await caller.Fill("Wat is er gezegd of afgesproken?", "De vergunning komt vrijdag.");
        await caller.Press("Leg het telefoontje vast");
        await caller.Says("Dit terugbelverzoek is afgerond.");
        await caller.Says("De vergunning komt vrijdag.");
        await caller.Picture($"callback/done-{way}");

        await caller.Open("/terugbellen/cijfers");
        await caller.Says("100%");
        await caller.Picture($"callback/figures-{way}");
        await agent.Open("/terugbellen/verzoek/" + reference);
        await agent.Says("De vergunning komt vrijdag.");
    }

    [Theory, BothDatabases]
    public async Task A_list_that_stands_open_says_what_came_shows_what_a_colleague_did_and_moves_nothing(Database database)
    {
        var town = await TownOn(database);
        var agent = await StaffIn(town, Way.Desktop, Role.Agent);
        var first = await Asks(agent);
        var (lead, colleague) = (await StaffIn(town, Way.Desktop, Role.TeamLead), await StaffIn(town, Way.Desktop, Role.TeamLead));
        await lead.Page.Clock.InstallAsync();
        await lead.Open("/terugbellen/alles");
        var rows = lead.Page.Locator("#callbacks tbody tr");
        await Assertions.Expect(rows).Not.ToContainTextAsync("Noor Mulder");

        await colleague.Open("/terugbellen/alles");
        await colleague.Page.Locator("[name='Bulk.Callback']").First.CheckAsync();
        await colleague.Press("Ik bel");
        await colleague.Says("U hebt 1 terugbelverzoek opgepakt.");
        await Asks(agent, "06 87654321");

        await lead.Page.Mouse.MoveAsync(20, 20);
        await lead.Page.Clock.FastForwardAsync("01:01");
        await Assertions.Expect(lead.Page.Locator(".loket-news")).ToHaveTextAsync("1 nieuw, toon");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToContainTextAsync("Noor Mulder");
        await Assertions.Expect(rows).ToContainTextAsync(first);
        await lead.Picture("callback/open");

        await lead.Follow("1 nieuw, toon");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
    }

    // An agent takes the call; gives the reference.
    private static async Task<string> Asks(Window agent, string phone = "06 12345678")
    {
        await agent.Open("/intake");
        await agent.Fill("Onderwerp in één regel", "Vraag over de kapvergunning");
        await agent.Fill("Telefoonnummer", phone);
        await agent.Fill("Naam", "Jo Bakker");
        await agent.Fill("E-mailadres", "jo@voorbeeld.example");
        await agent.Press("Terugbelverzoek");
        await agent.Shows("Het terugbelverzoek is gemaakt");
        return await agent.Reference();
    }
}

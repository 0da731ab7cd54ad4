using System.Globalization;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>What colleagues do beside and for each other: who is there (row A7), two at one case (B3), somebody in danger of being found (K2, K4), and coming in with a work account (K3).</summary>
public sealed class ColleagueStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, BothDatabases]
    public async Task Two_at_one_case_know_of_each_other_lose_no_words_and_put_two_cases_together_and_apart(Database database)
    {
        var town = await TownOn(database);
        var agent = await StaffIn(town, Way.Desktop, Role.Agent);
        var (first, second) = (await Takes(agent, "De brug piept vreselijk"), await Takes(agent, "Herrie bij de brug"));
        var (lead, handler) = (await StaffIn(town, Way.Desktop, Role.TeamLead), await StaffIn(town, Way.Desktop, Role.Handler));
        var page = lead.Page;

        await handler.Open($"/zaken/{first}/antwoord");
        await lead.Open("/zaken/" + first);
        await lead.Says("schrijft een antwoord");
        await lead.Picture("together/here");

        await page.Locator("details:has([name='Note.Text']) > summary").ClickAsync();
        await page.Locator("[name='Note.Text']").FillAsync("Bel de aannemer");
        await Assertions.Expect(page.Locator("form:has([name='Note.Text']) .loket-draft [role=status]")).ToContainTextAsync("Bewaard om");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("details[open] [name='Note.Text']")).ToHaveValueAsync("Bel de aannemer");
        await lead.Says("Dit is uw concept van");
        await lead.Picture("together/draft");

        await page.Locator("details:has([name='Ask.Text']) > summary").ClickAsync();
        await page.Locator("[name='Ask.Text']").FillAsync("Hoe laat piept de brug?");
        await handler.Open("/zaken/" + first);
        await handler.Act(handler.Page.Locator("form[action*='handler=Take'] button"));
        await lead.Act(page.Locator("form[action*='handler=Ask'] button").First);
        await Assertions.Expect(page.Locator(".loket-alert .loket-timeline")).ToContainTextAsync("Opgepakt door");
        await Assertions.Expect(page.Locator("textarea[name='Ask.Text']")).ToHaveValueAsync("Hoe laat piept de brug?");
        await lead.Picture("together/crossed");

        await lead.Open("/zaken/" + second);
        await page.Locator("details:has([name='Merge.Reference']) > summary").ClickAsync();
        await page.Locator("[name='Merge.Reference']").FillAsync(first);
        await lead.Act(page.Locator("form[action*='handler=Merge'] button").First);
        await lead.Picture("together/merged");
        await lead.Act(page.Locator("form[action*='handler=Part'] button").First);
        await lead.Says("De zaken gaan weer apart verder");
        await lead.Picture("together/apart");
    }

    [Theory, BothDatabases]
    public async Task Who_is_away_says_so_and_for_whom_the_lead_gives_the_work_back_to_the_team(Database database)
    {
        var town = await TownOn(database);
        var reference = await Takes(await StaffIn(town, Way.Desktop, Role.Agent), "De brug piept vreselijk");
        var (ada, bo) = (await ComesIn(town, "ada", "Ada de Wit", Role.Handler), await ComesIn(town, "bo", "Bo Smit", Role.Handler));
        var lead = await ComesIn(town, "lies", "Lies Vos", Role.TeamLead);
        await ada.Open("/zaken/" + reference);
        await ada.Act(ada.Page.Locator("form[action*='handler=Take'] button"));

        await StandsIn(bo, "Ada de Wit");
        await StandsIn(ada, "Bo Smit");
        await ada.Says("U vervangt elkaar in een kring, met: Bo Smit.");
        await ada.Choose("Nee");
        await ada.Act(ada.Page.Locator("form[action*='handler=Presence'] button"));
        await ada.Says("Uw aanwezigheid is opgeslagen");
        await ada.Picture("people/away");

        await lead.Open("/beheer/mensen/ada");
        await lead.Says("Heeft 1 zaak open.");
        await lead.Picture("people/in-hand");
        await lead.Press("Geef al het werk terug aan het team, ook wat u niet ziet");
        await lead.Says("Het werk is terug bij het team");
        await lead.Says("U ziet geen werk van deze collega.");
        await lead.Picture("people/given-back");
    }

    [Theory, BothDatabases]
    public async Task A_secret_address_is_seen_in_an_emergency_alone_and_somebody_judges_that(Database database)
    {
        var town = await TownOn(database);
        var agent = await StaffIn(town, Way.Desktop, Role.Agent);
        await Takes(agent, "Vraag over mijn verhuizing", who: "Jo Quispel", address: "Dorpsstraat 1\n1431 AA Aalsmeer");
        await town.RunJobs();
        var lead = await StaffIn(town, Way.Desktop, Role.TeamLead);

        await lead.Open("/werk");
        await lead.Page.Locator("#find").FillAsync("Quispel");
        await lead.Act(lead.Page.Locator(".loket-find button"));
        await lead.Picture("customer/found");
        await lead.Act(lead.Page.Locator("#found tbody th a").First);
        await lead.Page.Locator("details:has([name='Warning.Kind']) > summary").ClickAsync();
        await lead.Page.Locator("[name='Warning.Kind'][value=SecretAddress]").CheckAsync();
        await lead.Page.Locator("[name='Warning.Ground']").FillAsync("Vroeg erom op 1 maart, na een bedreiging.");
        var until = town.Tenant.Clock.Now().InUtc().Date.PlusDays(100);
        foreach (var (part, value) in ((string, int)[])[("Day", until.Day), ("Month", until.Month), ("Year", until.Year)])
            await lead.Page.Locator($"[name='Warning.Until.{part}']").FillAsync(value.ToString(CultureInfo.InvariantCulture));
        await lead.Act(lead.Page.Locator("form[action*='handler=Warn'] button"));
        await lead.Says("De waarschuwing staat erop");
        await lead.Picture("customer/warned");

        await agent.Open(lead.Address);
        await agent.Says("Geheim. U mag dit adres niet zien of doorgeven.");
        await agent.KeepsSilentAbout("Dorpsstraat");
        await agent.Picture("customer/secret");
        await agent.Page.Locator("details:has([name='Emergency.Reason']) > summary").ClickAsync();
        await agent.Page.Locator("[name='Emergency.Reason']").FillAsync("De ambulance staat klaar en weet niet waarheen.");
        await agent.Act(agent.Page.Locator("form[action*='handler=Address'] button"));
        await agent.Says("Dorpsstraat 1");
        await agent.Picture("customer/open-in-emergency");

        var officer = await StaffIn(town, Way.Desktop, Role.PrivacyOfficer);
        await officer.Open("/beheer/inzage");
        await officer.Says("De ambulance staat klaar en weet niet waarheen.");
        await officer.KeepsSilentAbout("Dorpsstraat");
        await officer.Picture("customer/to-judge");
        await officer.Act(officer.Page.Locator("button[value=Justified]"));
        await officer.Says("Uw oordeel is opgeslagen");
    }

    [Theory, BothDatabases]
    public async Task Somebody_comes_in_with_a_work_account_and_is_out_when_that_ends_there(Database database)
    {
        var town = await TownOn(database);
        await using var provider = await LocalProvider.Start();
        provider.Person = new ProviderPerson("subject-of-noor", "Noor Mulder", "noor.mulder", "noor.mulder@gemeente.example", Roles: ["loket-agent"]);
        await provider.In(town);
        var window = await WindowIn(town);

        provider.GivesExpiredTokens = true;
        await window.Open("/sign-in");
        await window.Act(ToProvider(window));
        await window.Says("Inloggen met uw werkaccount lukte niet");
        await window.Picture("provider/expired");

        provider.GivesExpiredTokens = false;
        await window.Act(ToProvider(window));
        await window.Open("/me");
        await window.Says("Noor Mulder");
        await window.Picture("provider/in");

        using (var client = town.Client())
        using (var notice = new FormUrlEncodedContent([new("logout_token", provider.Notice(provider.Person.Subject))]))
        using (var answer = await client.PostAsync(new Uri("/sign-in/provider/ended", UriKind.Relative), notice, TestContext.Current.CancellationToken))
            Assert.True(answer.IsSuccessStatusCode);
        await window.Open("/werk");
        await window.Says("U bent uitgelogd");
        await window.Picture("provider/ended");
    }

    private static ILocator ToProvider(Window window) => window.Page.Locator("main a[href*='/sign-in/provider']");

    // An agent takes a contact, which becomes a case; gives its reference.
    private static async Task<string> Takes(Window agent, string subject, string? who = null, string? address = null)
    {
        await agent.Open("/intake");
        await agent.Page.Locator("[name='Form.Subject']").FillAsync(subject);
        await agent.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp");
        await agent.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        if (who is not null) await agent.Page.Locator("[name='Form.Name']").FillAsync(who);
        if (address is not null) await agent.Page.Locator("[name='Form.Address']").FillAsync(address);
        await agent.Act(agent.Page.Locator("button[name=ending][value=new]"));
        return await agent.Reference();
    }

    // Somebody of one and the same team signs in on the page for it.
    private async Task<Window> ComesIn(Town town, string signInName, string name, Role role)
    {
        await town.Make(new PlannedStaff(signInName, name, [role], ["herstelploeg"], Account: new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey)));
        var window = await WindowIn(town);
        await SignIn(window, signInName);
        return window;
    }

    private static async Task StandsIn(Window window, string deputy)
    {
        await window.Open("/me");
        await window.Page.Locator("[name='DeputyForm.Deputy']").SelectOptionAsync(new SelectOptionValue { Label = deputy });
        await window.Act(window.Page.Locator("form[action*='handler=Deputy'] button"));
        await window.Says("Uw vervanger is opgeslagen");
    }
}

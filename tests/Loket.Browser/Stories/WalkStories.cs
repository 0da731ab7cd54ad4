using System.Text.RegularExpressions;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Demo.Town;
using Loket.Demo.Town.Loading;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.SetUp;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>The walk of README.md, with the labels that stand there.</summary>
public sealed partial class WalkStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(Way.Keyboard, Database.Sqlite)]
    [InlineData(Way.SmallPhone, Database.Postgres)]
    [InlineData(Way.WithoutScript, Database.Sqlite)]
    public async Task Each_step_works_by_keyboard_alone_on_a_phone_and_without_script(Way way, Database database)
    {
        var town = await TownOn(database);
        await ShowsWhatWouldBeSent(town);
        var (resident, staff) = (await WindowIn(town, way), await WindowIn(town, way));

        var reference = await Reports(resident);
        await town.RunJobs();
        await SignsIn(staff, await town.Account(StaffRole.Agent));
        await JoinsTheCall(staff);
        await town.RunJobs();
        await AnswersAsPartner(staff, town.Tenant.Clock.Now().InUtc().Date.PlusDays(2));
        await town.RunJobs();
        await Reads(resident, staff, reference, town);
    }

    private static async Task<string> Reports(Window resident)
    {
        await resident.Open(Readme.Opened("/"));
        await resident.Follow(Readme.Named("Iets melden in uw buurt"));
        await resident.Fill("Wat is er aan de hand?", Readme.Typed("Lantaarnpaal 118-042 brandt niet"));
        await resident.Press(Readme.Named("Verder"));
        await resident.Fill("Adres, nummer of plek", Readme.Typed("118-042"));
        await resident.Press(Readme.Named("Verder"));
        await resident.Press(Readme.Named("Verder"));
        await resident.Choose(Readme.Named("Per e-mail"));
        await resident.Press(Readme.Named("Verder"));
        await resident.Fill("E-mailadres", Readme.Typed("ik@voorbeeld.example"));
        await resident.Press(Readme.Named("Verder"));
        await resident.Press(Readme.Named("Versturen"));
        await resident.Says("Aannemer Lichtmeer doet dit voor ons.");
        return await resident.Reference();
    }

    private static async Task SignsIn(Window agent, string name)
    {
        await agent.Open(Readme.Opened("/werk"));
        await agent.Fill("Inlognaam", Readme.Typed(name));
        await agent.Fill("Wachtwoord", TownSignIn.Password);
        await agent.Press("Verder");
        await agent.Fill("Code", TownSignIn.Code());
        await agent.Press("Inloggen");
    }

    private static async Task JoinsTheCall(Window agent)
    {
        await agent.Act(agent.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = Readme.Named("Nieuw contact"), Exact = true }));
        await agent.Fill("Onderwerp in één regel", Readme.Typed("Lamp op de dijk uit"));
        await agent.Fill(Readme.Named("Nummer van het object"), Readme.Typed("118-042"));
        await agent.Fill("Telefoonnummer", Readme.Typed("06 12345678"));
        if (agent.Way == Way.WithoutScript) await agent.Act(agent.Page.GetByRole(AriaRole.Button, new() { Name = Readme.Named("Zoek gelijke") }));
        await agent.LooksAtTheFirst("Zelfde object en onderwerp");
        var join = agent.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Readme.Named("Voeg bij gekozen zaak"), RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await Assertions.Expect(join).ToBeVisibleAsync();
        if (agent.Way == Way.Keyboard)
        {
            await agent.Page.Keyboard.PressAsync(Readme.Typed("Alt+1"));
            await agent.Type(Readme.Typed("F9"));
        }
        else
        {
            await agent.Page.Locator(".loket-matches input[name='Form.Case']").First.CheckAsync();
            await agent.Act(join);
        }

        await agent.Shows("Dit contact staat nu bij de zaak");
        await agent.Picture($"stories/walk/joined-{agent.Way}");
    }

    private static async Task AnswersAsPartner(Window window, NodaTime.LocalDate day)
    {
        await window.Open(Readme.Opened("/berichten/uitgaand"));
        await Unfolds(window, Readme.Named("Wilt u dit oppakken?"));
        await window.Follow(Readme.Named("Bekijk en antwoord"));
        await window.FillDay(day);
        await window.Press(Readme.Named("Ja, wij nemen dit aan"));
        await window.Says("U hebt dit aangenomen.");
        await window.Fill(Readme.Named("Wat hebt u gedaan?"), Readme.Typed("Nieuwe lamp"));
        await window.Choose(Readme.Named("Ja"));
        await window.Press(Readme.Named("Meld dat het klaar is"));
        await window.Says("U hebt gemeld dat het klaar is.");
    }

    private static async Task Reads(Window resident, Window agent, string reference, Town town)
    {
        await resident.Open(Readme.Opened("/volgen"));
        await resident.Fill("Uw kenmerk", reference);
        await resident.Press(Readme.Named("Stuur mij een code"));
        await town.RunJobs();
        await agent.Open(Readme.Opened("/berichten/uitgaand"));
        await Unfolds(agent, "Uw code voor gemeente");
        var mail = await agent.Page.Locator("#messages tbody tr").First.InnerTextAsync();
        Assert.Contains("ik@voorbeeld.example", mail, StringComparison.Ordinal);
        await resident.Fill("Code", Digits().Match(mail).Value);
        await resident.Press("Bekijken");
        foreach (var said in (string[])["Dit is opgelost", "Nieuwe lamp", "Aannemer Lichtmeer"]) await resident.Says(said);
        await resident.Picture($"stories/walk/read-{resident.Way}");
    }

    // The newest mail of which the subject begins so.
    private static async Task Unfolds(Window window, string subject)
    {
        var mail = window.Page.Locator("#messages summary").Filter(new() { HasText = subject }).First;
        if (window.Way != Way.Keyboard)
        {
            await mail.ClickAsync();
            return;
        }

        await Keys.Reach(window.Page, mail);
        await window.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task ShowsWhatWouldBeSent(Town town)
    {
        await town.Use<TenantMessaging, bool>(messaging =>
        {
            messaging.ShowOutbox(town.Tenant);
            return Task.FromResult(true);
        });
        await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp =>
            setUp.Handle(new OrganisationPlan(OrganisationOfTown.ProfileAt(town.Address.ToString())), TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}

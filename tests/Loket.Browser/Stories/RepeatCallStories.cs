using System.Diagnostics;
using System.Globalization;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>A repeat call takes less than half a minute and no mouse; and without script it takes a button more.</summary>
public sealed class RepeatCallStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    // Somebody who types forty words of five letters a minute, which is ordinary for office work.
    private const double KeysPerSecond = 40 * 5 / 60.0;
    private const double MostSeconds = 30;

    private int keys;

    [Fact]
    public async Task By_keys_alone_a_repeat_call_is_on_its_case_in_fewer_keys_than_half_a_minute_holds()
    {
        var town = await TownOn(Database.Sqlite);
        var job = await PartnerJob.In(town);
        var agent = await StaffIn(town, Way.Keyboard, Role.Agent);
        await agent.Open("/intake");
        var first = agent.Page.Locator(".loket-matches input[name='Form.Case']").First;

        // The page opens with the channel of a phone call and the cursor in the subject.
        await Assertions.Expect(agent.Field("Onderwerp in één regel")).ToBeFocusedAsync();
        await Types(agent, "Lamp brandt niet");
        await Tabs(agent, agent.Field("Nummer van het object"));
        await Types(agent, "118-042");
        await Tabs(agent, agent.Field("Telefoonnummer"));
        await Types(agent, "0612345678");
        await Tabs(agent, agent.Field("Naam"));
        await Types(agent, "Jo Bakker");
        var watch = Stopwatch.StartNew();
        await first.WaitForAsync();
        await Press(agent, "Alt+1");
        await Assertions.Expect(first).ToBeCheckedAsync();
        keys++;
        await agent.Type("F9");
        await agent.Shows("Dit contact staat nu bij de zaak");
        watch.Stop();

        var typing = keys / KeysPerSecond;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"A repeat call: {keys} keys, {typing:0.0} s at {KeysPerSecond:0.0} keys a second; the program took {watch.Elapsed.TotalSeconds:0.0} s."));
        Assert.Equal(2, (await job.Case()).Contacts);
        var whole = typing + watch.Elapsed.TotalSeconds;
        Assert.True(whole < MostSeconds, $"{keys} keys take {typing:0} seconds, with the program {whole:0}.");
    }

    [Fact]
    public async Task Without_script_a_button_looks_for_the_same_and_the_chosen_one_is_joined()
    {
        var town = await TownOn(Database.Sqlite);
        var job = await PartnerJob.In(town);
        var agent = await StaffIn(town, Way.WithoutScript, Role.Agent);
        await agent.Open("/intake");
        await agent.Fill("Onderwerp in één regel", "Lamp brandt niet");
        await agent.Fill("Nummer van het object", "118-042");

        await agent.Act(agent.Page.GetByRole(AriaRole.Button, new() { Name = "Zoek gelijke" }));
        await Assertions.Expect(agent.Field("Onderwerp in één regel")).ToHaveValueAsync("Lamp brandt niet");
        await agent.LooksAtTheFirst("Zelfde object en onderwerp");
        await agent.Page.Locator(".loket-matches input[name='Form.Case']").First.CheckAsync();
        await agent.Act(agent.Page.GetByRole(AriaRole.Button, new() { Name = "Voeg bij gekozen zaak" }));

        await agent.Shows("Dit contact staat nu bij de zaak");
        Assert.Equal(2, (await job.Case()).Contacts);
    }

    [Fact]
    public async Task Back_and_once_more_takes_one_contact()
    {
        var town = await TownOn(Database.Sqlite);
        var agent = await StaffIn(town, Way.Desktop, Role.TeamLead);
        await agent.Open("/intake");
        await agent.Fill("Onderwerp in één regel", "De bank in het park is stuk");
        await agent.Type("F8");
        await agent.Shows("Een nieuwe zaak is gemaakt");
        var reference = await agent.Reference();

        // What a browser that kept the page shows, and what one shows that asked for it anew.
        await agent.Page.GoBackAsync();
        await agent.Type("F8");
        if (await agent.Page.Locator(".loket-error-summary").CountAsync() == 0) Assert.Equal(reference, await agent.Reference());

        await agent.Open("/werk/verdelen");
        await Assertions.Expect(agent.Page.Locator("#work tbody tr")).ToHaveCountAsync(1);
    }

    private async Task Types(Window agent, string text)
    {
        await agent.Page.Keyboard.TypeAsync(text);
        keys += text.Length;
    }

    private async Task Press(Window agent, string key)
    {
        await agent.Page.Keyboard.PressAsync(key);
        keys++;
    }

    private async Task Tabs(Window agent, ILocator target)
    {
        for (var stops = 0; stops < 10 && !await target.EvaluateAsync<bool>("one => one === document.activeElement"); stops++) await Press(agent, "Tab");
        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}

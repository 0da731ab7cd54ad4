using System.Globalization;
using Loket.Browser.Windows;
using Loket.Demo.Town;
using Microsoft.Playwright;

namespace Loket.Browser.Stories;

/// <summary>What somebody does who answers telephone and mail.</summary>
internal static class Agent
{
    private static ILocator Similar(this Window agent) => agent.Page.Locator("#similar");

    /// <summary>Types what somebody tells, up to the choice of an end.</summary>
    /// <param name="agent">Who types.</param>
    /// <param name="contact">What is told.</param>
    /// <param name="wasHere">Whether the number was used before.</param>
    public static async Task Hears(this Window agent, StoryContact contact, bool wasHere)
    {
        await agent.Open("/intake");
        await agent.Page.Locator($"[name='Form.Channel'][value={contact.Channel}]").CheckAsync();
        await agent.Fill("Onderwerp in één regel", contact.Subject);
        await agent.Fill("Wat vertelt de inwoner?", contact.Text);
        if (contact.Place is { Told: PlaceTold.AssetNumber } place) await agent.Fill("Nummer van het object", place.Asset!.Number);
        else if (contact.Place is { } near) await agent.Fill("Waar", string.Create(CultureInfo.InvariantCulture, $"{near.Near.Street.Name} {near.Near.HouseNumber}, {Areas.VillageOf(near.Near.Street.Village).Name}"));
        // An object says what it is about; a house number does not.
        if (contact.Place is not { Told: PlaceTold.AssetNumber }) await agent.Page.Locator("[name='Form.Category']").SelectOptionAsync("street-light");
        if (contact.By is not { } person) return;
        if (person.Phone is { } phone) await agent.Fill("Telefoonnummer", phone);
        if (person.Email is { } email) await agent.Fill("E-mailadres", email);
        await agent.Fill("Naam", person.Name.Full);
        if (person.Preferred == ReplyBy.Letter) await agent.Fill("Postadres", person.Home.Written.Replace(", ", "\n", StringComparison.Ordinal));
        await agent.Page.Locator("[name='Form.ReplyBy']").SelectOptionAsync(person.Preferred.ToString());
        if (!wasHere) return;
        await Assertions.Expect(agent.Similar()).ToContainTextAsync("Dit nummer is eerder gebruikt door " + person.Name.Full);
        await agent.Choose("Dit is dezelfde persoon");
    }

    /// <summary>Nothing is known of it: a new case.</summary>
    public static async Task MakesCase(this Window agent)
    {
        await Assertions.Expect(agent.Similar()).ToContainTextAsync("Niets gevonden dat hierop lijkt");
        await agent.Type("F8");
        await agent.Shows("Een nieuwe zaak is gemaakt");
    }

    /// <summary>The first suggestion is the one, and says why.</summary>
    /// <param name="agent">Who looks.</param>
    /// <param name="reason">Why the program suggests it.</param>
    public static Task LooksAtTheFirst(this Window agent, string reason) =>
        Assertions.Expect(agent.Similar().Locator(".loket-matches li").First.Locator(".loket-tag")).ToHaveTextAsync(reason);

    /// <summary>Chooses the first suggestion and joins, without a mouse.</summary>
    public static async Task JoinsTheFirst(this Window agent)
    {
        await agent.Page.Keyboard.PressAsync("Alt+1");
        await agent.Type("F9");
        await agent.Shows("Dit contact staat nu bij de zaak");
    }
}

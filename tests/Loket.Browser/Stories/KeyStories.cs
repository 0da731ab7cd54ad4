using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>Somebody who works with keys alone writes with text modules, looks which shortcuts there are, and goes anywhere.</summary>
public sealed class KeyStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory, BothDatabases]
    public async Task A_text_module_comes_by_its_code_and_goes_again_with_undo(Database database)
    {
        var town = await TownOn(database);
        var job = await PartnerJob.In(town);
        var handler = await StaffIn(town, Way.Keyboard, Role.Handler);
        await Keeps(handler, "Dank", "dank", "Dank voor uw melding.\nGroet, {{mijn naam}}");
        await Keeps(handler, "Tot wanneer", "datum", "U hoort van ons in de {{straat}}.");

        await handler.Open($"/zaken/{job.Reference}/antwoord");
        var field = handler.Page.Locator("[name='Form.Text']");
        await Keys.Reach(handler.Page, field);
        await handler.Page.Keyboard.TypeAsync("Dag,");
        await handler.Page.Keyboard.PressAsync("Enter");
        await handler.Page.Keyboard.TypeAsync("/da");
        await Assertions.Expect(Options(handler)).ToHaveCountAsync(2);
        await handler.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(handler.Page.Locator(".loket-offers").First).ToBeHiddenAsync();
        await Assertions.Expect(field).ToHaveValueAsync("Dag,\n/da");

        await handler.Page.Keyboard.TypeAsync("n");
        await Assertions.Expect(Options(handler)).ToHaveCountAsync(1);
        await handler.Picture("keys/text-module");
        await handler.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("Dag,\nDank voor uw melding.\nGroet, Noor Mulder");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await handler.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(field).ToHaveValueAsync("Dag,\n/dan");

        await handler.Press("Bekijk wat er uitgaat");
        await handler.Says("/dan");
    }

    [Theory, BothDatabases]
    public async Task The_overview_opens_with_a_key_and_the_box_leads_anywhere(Database database)
    {
        var town = await TownOn(database);
        var job = await PartnerJob.In(town);
        var handler = await StaffIn(town, Way.Keyboard, Role.Handler);
        await handler.Open("/terugbellen");

        await handler.Page.Keyboard.PressAsync("?");
        var dialog = handler.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("Nieuw contact");
        await handler.Picture("keys/overview");
        await handler.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);

        await handler.Page.Keyboard.PressAsync("Control+k");
        var field = dialog.GetByRole(AriaRole.Combobox);
        await Assertions.Expect(field).ToBeFocusedAsync();
        // Letters are letters in a field.
        await handler.Page.Keyboard.TypeAsync("werk van mijn team");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await handler.Picture("keys/go-to");
        await handler.Page.Keyboard.PressAsync("ArrowDown");
        await handler.Type("Enter");
        Assert.Equal("/werk/team", handler.Address);

        await handler.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await handler.Page.Keyboard.TypeAsync(job.Reference);
        await handler.Type("Enter");
        Assert.StartsWith("/zaken/", handler.Address, StringComparison.OrdinalIgnoreCase);

        await handler.Type("n");
        Assert.Equal("/intake", handler.Address);
        await handler.Open("/werk");
        await handler.Type("w");
        Assert.Equal("/werk", handler.Address);
    }

    private static ILocator Options(Window window) => window.Page.Locator(".loket-offers:not([hidden]) [role=option]");

    private static async Task Keeps(Window window, string name, string code, string text)
    {
        await window.Open("/tekstblokken/nieuw");
        await window.Fill("Naam", name);
        await window.Fill("Code", code);
        await window.Fill("Tekst", text);
        await window.Press("Opslaan");
        await window.Says("Het tekstblok is opgeslagen.");
    }
}

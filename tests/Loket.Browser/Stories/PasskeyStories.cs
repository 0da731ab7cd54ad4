using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Loket.Browser.Stories;

/// <summary>Somebody adds a passkey and signs in with it, in a real browser with a device that is not there (row K3).</summary>
public sealed class PasskeyStories(BrowserOfTheRun browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(Way.Desktop, Database.Sqlite)]
    [InlineData(Way.Desktop, Database.Postgres)]
    [InlineData(Way.Keyboard, Database.Sqlite)]
    public async Task A_passkey_is_added_and_opens_the_door_without_a_password(Way way, Database database)
    {
        var town = await TownOn(database);
        var window = await StaffIn(town, way, Role.Agent);
        await Device(window.Page);
        await window.Open("/me/passkeys");
        await window.Fill("Naam", "Telefoon van mijn werk");
        await window.Press("Voeg passkey toe");
        await window.Says("De passkey is toegevoegd");
        await window.Picture($"passkey/added-{way}");

        await window.Open("/sign-out");
        await window.Press("Log uit op dit apparaat");
        await window.Open("/sign-in?back=%2Fme%2Fpasskeys");
        await window.Press("Log in met een passkey");
        await window.Shows("Passkeys");
        await window.KeepsSilentAbout("Nog niet");
    }

    [Fact]
    public async Task Without_script_the_page_says_which_way_is_left()
    {
        var town = await TownOn(Database.Sqlite);
        var window = await WindowIn(town, Way.WithoutScript);

        await window.Open("/sign-in");

        await window.Says("Inloggen met een passkey kan in deze browser niet.");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Log in met een passkey" })).ToBeHiddenAsync();
    }

    // A device inside the computer, which its owner opens with a finger (Chrome DevTools Protocol, domain WebAuthn).
    private static async Task Device(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Microsoft.Playwright;

namespace Loket.Browser.Pages;

/// <summary>The find box, and the page of a person or company.</summary>
internal static class CustomerStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Customers/Find", "empty", scene => scene.At("/zoeken", Role.Agent)),
        new("/Staff/Customers/Find", "English", scene => scene.At("/en/zoeken", Role.Agent)),
        new("/Staff/Customers/Find", "nothing found", scene => Found(scene, "Pietersen")),
        new("/Staff/Customers/Find", "filled", async scene =>
        {
            await scene.Job();
            return await Found(scene, "Janssen");
        }),
        new("/Staff/Customers/Find", "forbidden", scene => scene.Refused(403, "/zoeken", Role.CoHost)),
        new("/Staff/Customers/Customer", "filled", scene => Opened(scene)),
        new("/Staff/Customers/Customer", "filled, with a warning", Warned),
        new("/Staff/Customers/Customer", "filled, a company, English", async scene =>
        {
            var window = await Rectifying(scene);
            await window.Page.GetByLabel("Bedrijf of organisatie").CheckAsync();
            await window.Act(window.Page.Locator("main form button"));
            await window.Open("/en" + window.Address);
            return window;
        }),
        new("/Staff/Customers/Customer", "with errors", async scene =>
        {
            var window = await Opened(scene, Role.TeamLead);
            await window.Page.GetByText("Waarschuwing plaatsen").ClickAsync();
            await window.Act(window.Page.GetByRole(AriaRole.Button, new() { Name = "Plaats de waarschuwing" }));
            return window;
        }),
        new("/Staff/Customers/All", "filled", scene => Listed(scene, "")),
        new("/Staff/Customers/All", "empty", scene => Listed(scene, "/terugbellen")),
        new("/Staff/Customers/All", "filled, messages, English", async scene =>
        {
            var window = await Listed(scene, "/berichten");
            await window.Open("/en" + window.Address);
            return window;
        }),
        new("/Staff/Customers/All", "not found", scene => scene.Refused(404, $"/klanten/{Guid.Empty}/alle", Role.Agent)),
        new("/Staff/Customers/Rectify", "filled", Rectifying),
        new("/Staff/Customers/Rectify", "with errors", async scene =>
        {
            var window = await Rectifying(scene);
            await window.Page.Locator("[name='Form.Email']").FillAsync("geen adres");
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Staff/Customers/Rectify", "not found", scene => scene.Refused(404, $"/klanten/{Guid.Empty}/gegevens", Role.Agent)),
        new("/Staff/Customers/Number", "empty", Numbering),
        new("/Staff/Customers/Number", "with errors", async scene =>
        {
            var window = await Numbering(scene);
            await window.Page.Locator("[name='Form.Number']").FillAsync("111222334");
            await window.Press("Leg vast");
            return window;
        }),
        new("/Staff/Customers/Number", "filled", Numbered),
        new("/Staff/Customers/Number", "filled, with the number, English", async scene =>
        {
            var window = await Numbered(scene);
            await window.Open("/en" + window.Address);
            await window.Page.Locator("[name='Ask.Purpose']").SelectOptionAsync("LookUp");
            await window.Press("Show the number");
            return window;
        }),
        new("/Staff/Customers/Number", "not found", scene => scene.Refused(404, $"/klanten/{Guid.Empty}/nummer", Role.Agent)),
        new("/Staff/Customers/Customer", "not found", scene => scene.Refused(404, $"/klanten/{Guid.Empty}", Role.Agent)),
    ];

    private static async Task<Window> Found(Scene scene, string typed, params IReadOnlyList<Role> roles)
    {
        var window = await scene.At("/werk", roles.Count == 0 ? [Role.Agent] : roles);
        await window.Page.Locator("#find").FillAsync(typed);
        await window.Act(window.Page.Locator(".loket-find button"));
        return window;
    }

    private static async Task<Window> Listed(Scene scene, string list)
    {
        var window = await Opened(scene);
        await window.Open(window.Address + "/alle" + list);
        return window;
    }

    private static async Task<Window> Rectifying(Scene scene)
    {
        var window = await Opened(scene);
        await window.Act(window.Page.Locator("main a[href$='/gegevens']"));
        return window;
    }

    private static async Task<Window> Warned(Scene scene)
    {
        var window = await Opened(scene, Role.TeamLead);
        await window.Page.GetByText("Waarschuwing plaatsen").ClickAsync();
        await window.Page.GetByLabel("Overleden").CheckAsync();
        await window.Page.GetByLabel("Waarom?").FillAsync("Bericht van de burgerlijke stand van 1 maart.");
        await window.Act(window.Page.GetByRole(AriaRole.Button, new() { Name = "Plaats de waarschuwing" }));
        return window;
    }

    // Somebody with the right for it is before the page of a number that nobody noted yet.
    private static async Task<Window> Numbering(Scene scene)
    {
        var window = await Opened(scene, Role.Agent, Role.NumberUser);
        await window.Act(window.Page.Locator("main a[href$='/nummer']"));
        return window;
    }

    private static async Task<Window> Numbered(Scene scene)
    {
        var window = await Numbering(scene);
        await window.Page.Locator("[name='Form.Number']").FillAsync("111222333");
        await window.Press("Leg vast");
        return window;
    }

    private static async Task<Window> Opened(Scene scene, params IReadOnlyList<Role> roles)
    {
        await scene.Job();
        await scene.Town.RunJobs();
        var window = await Found(scene, "Jansen", roles);
        await window.Act(window.Page.Locator("#found tbody th a").First);
        return window;
    }
}

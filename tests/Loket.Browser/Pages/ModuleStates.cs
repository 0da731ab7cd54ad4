using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Microsoft.Playwright;
using static Loket.Browser.Pages.StaffSteps;

namespace Loket.Browser.Pages;

/// <summary>Text modules, shortcuts, and going to anything.</summary>
internal static class ModuleStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Modules/Index", "empty", scene => scene.At("/tekstblokken", Role.Handler)),
        new("/Staff/Modules/Index", "filled", scene => Kept(scene, Role.TeamLead)),
        new("/Staff/Modules/Index", "filled, English", async scene =>
        {
            var window = await Kept(scene, Role.Handler);
            await window.Open("/en/tekstblokken");
            return window;
        }),
        new("/Staff/Modules/Module", "empty", scene => scene.At("/tekstblokken/nieuw", Role.FunctionalAdministrator)),
        new("/Staff/Modules/Module", "with errors", async scene =>
        {
            var window = await scene.At("/tekstblokken/nieuw", Role.TeamLead);
            await window.Page.Locator("[name='Form.Name']").FillAsync("Dank");
            await window.Page.Locator("[name='Form.Code']").FillAsync("dank");
            await window.Page.Locator("[name='Form.Dutch']").FillAsync("Dag {{naam}}");
            await window.Act(window.Page.Locator("main form button").First);
            await Expect(window, ".utrecht-form-field--invalid");
            return window;
        }),
        new("/Staff/Modules/Module", "filled", async scene =>
        {
            var window = await Kept(scene, Role.Handler);
            await window.Act(window.Page.Locator("#modules th a").First);
            return window;
        }),
        new("/Staff/Modules/Module", "not found", scene => scene.Refused(404, "/tekstblokken/geen", Role.Handler)),
        new("/Staff/Cases/Answer", "with text modules offered while typing", async scene =>
        {
            var window = await Kept(scene, Role.Handler);
            await window.Open("/zaken/" + (await scene.Job()).Reference + "/antwoord");
            await window.Page.Locator("[name='Form.Text']").PressSequentiallyAsync("/da");
            await Assertions.Expect(window.Page.Locator(".loket-offers [role=option]").First).ToBeVisibleAsync();
            return window;
        }),
        new("/Staff/Cases/Answer", "with a gap that must be filled in", async scene =>
        {
            var window = await Kept(scene, Role.Handler);
            await window.Open("/zaken/" + (await scene.Job()).Reference + "/antwoord");
            await window.Page.Locator("[name='Form.Text']").FillAsync("Wij komen in de [[vul in: straat]].");
            await window.Act(window.Page.Locator("form[action*='handler=Preview'] button:not([formaction])").First);
            await Expect(window, ".utrecht-form-field--invalid");
            return window;
        }),
        new("/Staff/Keys/Index", "filled", scene => scene.At("/sneltoetsen", Role.Agent)),
        new("/Staff/Keys/Index", "filled, English", scene => scene.At("/en/sneltoetsen", Role.Agent)),
        new("/Staff/GoTo/Index", "empty", scene => scene.At("/ga-naar", Role.TeamLead)),
        new("/Staff/GoTo/Index", "empty, English", scene => scene.At("/en/ga-naar", Role.Editor)),
        new("/Staff/GoTo/Index", "filled", scene => Sought(scene, "werk")),
        new("/Staff/GoTo/Index", "nothing found", scene => Sought(scene, "qqqq")),
        new("/Staff/GoTo/Index", "with errors", scene => Sought(scene, new string('q', 300))),
    ];

    // Somebody who has kept a text, before the list of them.
    private static async Task<Window> Kept(Scene scene, Role role)
    {
        var window = await scene.At("/tekstblokken/nieuw", role);
        await window.Page.Locator("[name='Form.Name']").FillAsync("Dank voor de melding");
        await window.Page.Locator("[name='Form.Code']").FillAsync("dank");
        await window.Page.Locator("[name='Form.Dutch']").FillAsync("Dank voor uw melding. Uw kenmerk is {{kenmerk}}.");
        await window.Act(window.Page.Locator("main form button").First);
        await Expect(window, "#modules tbody tr");
        return window;
    }

    private static async Task<Window> Sought(Scene scene, string text)
    {
        var window = await scene.At("/ga-naar", Role.Handler);
        await window.Page.Locator("[name='Go.Sought']").FillAsync(text);
        await window.Act(window.Page.Locator("main form button").First);
        return window;
    }
}

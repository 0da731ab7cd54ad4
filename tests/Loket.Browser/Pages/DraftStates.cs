using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Microsoft.Playwright;
using static Loket.Browser.Pages.StaffSteps;

namespace Loket.Browser.Pages;

/// <summary>What somebody wrote and has not sent: in its form, and in the list of its owner.</summary>
internal static class DraftStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Drafts/Index", "empty", scene => scene.At("/concepten", Role.Handler)),
        new("/Staff/Drafts/Index", "filled", async scene =>
        {
            var window = await Written(scene);
            await window.Open("/concepten");
            await Assertions.Expect(window.Page.Locator("#drafts")).ToContainTextAsync("Bel de aannemer");
            return window;
        }),
        new("/Staff/Drafts/Index", "filled, English", async scene =>
        {
            var window = await Written(scene);
            await window.Open("/en/concepten");
            await Expect(window, "#drafts li");
            return window;
        }),
        new("/Staff/Cases/Case", "with a draft that was left", async scene =>
        {
            var window = await Written(scene);
            await window.Page.ReloadAsync();
            await Assertions.Expect(window.Page.Locator("details[open] [name='Note.Text']")).ToHaveValueAsync("Bel de aannemer");
            await window.Says("Dit is uw concept van");
            return window;
        }),
        new("/Staff/Cases/Case", "with words that are not kept, as the line is down", async scene =>
        {
            var window = await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
            await window.Page.Locator("details:has([name='Note.Text']) > summary").ClickAsync();
            await Types(window, "Note.Text", "Bel de aannemer");
            await window.Page.RouteAsync("**/concepten/bewaren", route => route.AbortAsync("aborted"));
            await Types(window, "Note.Text", "Bel de aannemer morgen", "Nog niet bewaard");
            await Assertions.Expect(window.Page.Locator("form:has([name='Note.Text']) [data-draft] [role=status]")).ToHaveAttributeAsync("aria-live", "polite");
            await Expect(window, "form:has([name='Note.Text']) button[formaction*='handler=Draft']");
            return window;
        }),
        new("/Staff/Cases/Case", "with words that were not sent, as the line is down", async scene =>
        {
            var window = await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
            await window.Page.Locator("details:has([name='Note.Text']) > summary").ClickAsync();
            await window.Page.RouteAsync("**/concepten/bewaren", route => route.AbortAsync("aborted"));
            await window.Page.Locator("[name='Note.Text']").FillAsync("Bel de aannemer");
            await window.Page.Locator("form[action*='handler=Note'] button").First.ClickAsync();
            await Assertions.Expect(window.Page.Locator("form:has([name='Note.Text']) .loket-draft [role=status]")).ToContainTextAsync("Niet verstuurd");
            return window;
        }),
        new("/Staff/Intake/NewContact", "with a draft that is gone on with", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await Types(window, "Form.Subject", "De brug piept");
            await window.Page.ReloadAsync();
            await Assertions.Expect(window.Page.Locator("[name='Form.Subject']")).ToHaveValueAsync("De brug piept");
            return window;
        }),
        new("/Staff/Intake/NewContact", "empty, with another that was begun", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await Types(window, "Form.Subject", "De brug piept");
            await window.Open("/intake");
            await window.Says("U hebt nog 1 ander contact niet af");
            return window;
        }),
    ];

    private static async Task<Window> Written(Scene scene)
    {
        var window = await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
        await window.Page.Locator("details:has([name='Note.Text']) > summary").ClickAsync();
        await Types(window, "Note.Text", "Bel de aannemer");
        return window;
    }

    // Until the page says that it is kept, or is not.
    internal static async Task Types(Window window, string field, string text, string said = "Bewaard om")
    {
        await window.Page.Locator($"[name='{field}']").FillAsync(text);
        await Assertions.Expect(window.Page.Locator($"form:has([name='{field}']) .loket-draft [role=status]")).ToContainTextAsync(said);
    }
}

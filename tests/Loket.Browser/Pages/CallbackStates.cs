using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Loket.Browser.Pages.StaffSteps;

namespace Loket.Browser.Pages;

/// <summary>Calling back: the lists, a request, and the page of the resident.</summary>
internal static class CallbackStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Callbacks/Lists", "empty", scene => scene.At("/terugbellen", Role.Agent)),
        new("/Staff/Callbacks/Lists", "filled, English", async scene =>
        {
            await Asked(scene);
            var window = await scene.At("/en/terugbellen/alles", Role.Agent);
            await Expect(window, "#callbacks tbody tr");
            return window;
        }),
        new("/Staff/Callbacks/Lists", "filled, late and asked again", async scene =>
        {
            await Asked(scene);
            var window = await Filled(scene);
            await window.Page.Locator("input[name='Form.CallAgain']").First.CheckAsync();
            await window.Act(window.Page.Locator("button[name=ending][value=callback]"));
            scene.Town.Tenant.Clock.Advance(Duration.FromDays(10));
            await window.Open("/terugbellen/te-laat");
            await Expect(window, "#callbacks tbody tr");
            return window;
        }),
        new("/Staff/Callbacks/Lists", "done", async scene =>
        {
            await Asked(scene);
            var window = await scene.At("/terugbellen/alles", Role.Agent);
            await window.Page.Locator("[name='Bulk.Callback']").First.CheckAsync();
            await window.Press("Ik bel");
            await Expect(window, ".loket-alert form[action*='handler=Undo']");
            return window;
        }),
        new("/Staff/Callbacks/Lists", "with errors", async scene =>
        {
            await Asked(scene);
            var window = await scene.At("/terugbellen/alles", Role.Agent);
            await window.Press("Ik bel");
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Staff/Callbacks/Lists", "forbidden", scene => scene.Refused(403, "/terugbellen", Role.CoHost)),
        new("/Staff/Callbacks/Callback", "filled", Opened),
        new("/Staff/Callbacks/Callback", "with errors", async scene =>
        {
            var window = await Opened(scene);
            await window.Act(window.Page.Locator("form[action*='handler=Attempt'] button").First);
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Staff/Callbacks/Callback", "filled, called in vain", async scene =>
        {
            var window = await Opened(scene);
            await window.Page.Locator("[name='Attempt.Result'][value=NotReached]").CheckAsync();
            await window.Page.Locator("[name='Attempt.Window']").SelectOptionAsync(new SelectOptionValue { Index = 2 });
            await window.Act(window.Page.Locator("form[action*='handler=Attempt'] button").First);
            return window;
        }),
        new("/Staff/Callbacks/Callback", "done", async scene =>
        {
            var window = await Opened(scene);
            await window.Page.Locator("[name='Attempt.Result'][value=Reached]").CheckAsync();
            await window.Page.Locator("[name='Attempt.Note']").FillAsync("De vergunning komt vrijdag.");
            await window.Act(window.Page.Locator("form[action*='handler=Attempt'] button").First);
            return window;
        }),
        new("/Staff/Callbacks/Callback", "done, as they have died", async scene =>
        {
            var address = (await Opened(scene)).Address;
            var window = await scene.At(address, Role.TeamLead);
            await window.Act(window.Page.Locator("main a[href*='/klanten/']").First);
            await window.Page.Locator("details:has([name='Warning.Kind']) > summary").ClickAsync();
            await window.Page.Locator("[name='Warning.Kind'][value=Deceased]").CheckAsync();
            await window.Page.Locator("[name='Warning.Ground']").FillAsync("Bericht van de burgerlijke stand van 1 maart.");
            await window.Act(window.Page.Locator("form[action*='handler=Warn'] button"));
            await window.Open(address);
            await Assertions.Expect(window.Page.Locator("form[action*='handler=Attempt']")).ToHaveCountAsync(0);
            return window;
        }),
        new("/Staff/Callbacks/Callback", "not found", scene => scene.Refused(404, "/terugbellen/verzoek/HLM-0000-0000", Role.Agent)),
        new("/Staff/Callbacks/New", "filled", async scene => await scene.At("/terugbellen/nieuw/" + await (await Taken(scene, "De brug piept vreselijk")).Reference(), Role.Agent)),
        new("/Staff/Callbacks/New", "with errors", async scene =>
        {
            var window = await scene.At("/terugbellen/nieuw/" + await (await Taken(scene, "De brug piept vreselijk")).Reference(), Role.Agent);
            await window.Page.Locator("[name='Form.Window']").SelectOptionAsync("");
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Staff/Callbacks/New", "not found", scene => scene.Refused(404, "/terugbellen/nieuw/HLM-0000-0000", Role.Agent)),
        new("/Staff/Callbacks/Figures", "empty", scene => scene.At("/terugbellen/cijfers", Role.Alderman)),
        new("/Staff/Callbacks/Figures", "filled", async scene =>
        {
            await Asked(scene);
            return await scene.At("/terugbellen/cijfers", Role.TeamLead);
        }),
        new("/Staff/Callbacks/Figures", "forbidden", scene => scene.Refused(403, "/terugbellen/cijfers", Role.Agent)),
        new("/Staff/Intake/NewContact", "with somebody who is called back already", async scene =>
        {
            await Asked(scene);
            return await Filled(scene);
        }),
        new("/Staff/Intake/Receipt", "done, to be called back", Asked),
        new("/Public/Callback", "filled", scene => ByLink(scene, "")),
        new("/Public/Callback", "with errors, English", async scene =>
        {
            var window = await ByLink(scene, "/en");
            await window.Act(window.Page.Locator("form[action*='handler=Move'] button"));
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Public/Callback", "done", async scene =>
        {
            var window = await ByLink(scene, "");
            await window.Act(window.Page.Locator("form[action*='handler=Withdraw'] button"));
            return window;
        }),
        new("/Public/Callback", "not found", scene => scene.Refused(404, "/terugbelafspraak/onzin")),
    ];

    private static async Task<Window> Form(Scene scene)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync("Vraag over de kapvergunning");
        await window.Page.Locator("[name='Form.Name']").FillAsync("Jo Bakker");
        await window.Page.Locator("[name='Form.Email']").FillAsync("jo@voorbeeld.example");
        await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        return window;
    }

    // The window with the receipt.
    private static async Task<Window> Asked(Scene scene)
    {
        var window = await Form(scene);
        await window.Act(window.Page.Locator("button[name=ending][value=callback]"));
        return window;
    }

    private static async Task<Window> Filled(Scene scene)
    {
        var window = await Form(scene);
        await window.Page.Locator("input[name='Form.CallAgain']").First.WaitForAsync();
        return window;
    }

    private static async Task<Window> Opened(Scene scene) => await scene.At("/terugbellen/verzoek/" + await (await Asked(scene)).Reference(), Role.Agent);

    private static async Task<Window> ByLink(Scene scene, string language)
    {
        await using var mailbox = await Mailbox.In(scene.Town);
        await Asked(scene);
        await scene.Town.RunJobs();
        var link = CallbackMail.LinkIn(mailbox.OnlyMailTo("jo@voorbeeld.example"));
        return await scene.At(language + link);
    }
}

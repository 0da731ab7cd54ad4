using System.Globalization;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Loket.Browser.Pages.StaffSteps;

namespace Loket.Browser.Pages;

/// <summary>The case page in all it may have to show, and the page for an answer.</summary>
internal static class CaseStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Cases/File", "not found", async scene =>
            await scene.Refused(404, "/zaken/" + (await scene.Job()).Reference + "/bestanden/zaak/1", Role.Handler)),
        new("/Staff/Cases/Case", "filled", async scene => await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead)),
        new("/Staff/Cases/Case", "filled, with a status and tasks of its kind", async scene =>
        {
            using (var administrator = await scene.Town.SignIn(Role.FunctionalAdministrator))
            {
                await administrator.Open("/beheer/zaaktypen/report/statussen");
                await administrator.Send(("Form.Statuses[0].Nl", "Onderzoek"), ("Form.Statuses[0].En", "Looking into it"), ("Form.Statuses[0].ResidentsNl", "Wij zoeken het uit."), ("Form.Statuses[0].ResidentsEn", "We are looking into it."),
                    ("Form.Statuses[1].Nl", "Onderdeel besteld"), ("Form.Statuses[1].En", "Part ordered"), ("Form.Statuses[1].ResidentsNl", "Wij hebben een onderdeel besteld."), ("Form.Statuses[1].ResidentsEn", "We ordered a part."));
                await administrator.Open("/beheer/zaaktypen/report/taken");
                await administrator.Send(("Form.Tasks[0].Nl", "Staat er een boom?"), ("Form.Tasks[0].En", "Is there a tree?"), ("Form.Tasks[0].IsQuestion", "true"),
                    ("Form.Tasks[1].Nl", "Foto maken"), ("Form.Tasks[1].En", "Take a photo"), ("Form.Tasks[1].BeforeClosing", "true"));
                await administrator.Press("Neem in gebruik");
            }

            return await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
        }),
        new("/Staff/Cases/Case", "filled, English", async scene => await scene.At("/en/zaken/" + (await scene.Job()).Reference, Role.Handler)),
        new("/Staff/Cases/Case", "only to look at", async scene => await scene.At("/zaken/" + (await scene.Job()).Reference, Role.AreaManager)),
        new("/Staff/Cases/Case", "filled, maybe a formal paper", async scene =>
        {
            await PublicStates.Answered(scene, Residents.Resident.Step.Done, "Ik maak bezwaar tegen het besluit over mijn vergunning.", kind: "Question");
            var window = await scene.At("/werk/verdelen", Role.TeamLead);
            await window.Act(window.Page.Locator("#work th a").First);
            return window;
        }),
        new("/Staff/Cases/Case", "open in an emergency", async scene =>
        {
            var window = await InEmergency(scene);
            await window.Says("Noodtoegang tot");
            return window;
        }),
        new("/Staff/Cases/Case", "with errors", async scene =>
        {
            var window = await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
            await window.Page.Locator("details:has(form[action*='handler=Close']) > summary").ClickAsync();
            await window.Act(window.Page.Locator("form[action*='handler=Close'] button").First);
            return window;
        }),
        new("/Staff/Cases/Case", "danger", async scene => await InDanger(scene)),
        new("/Staff/Cases/Case", "danger, said not to be, with errors", async scene => await Pressed(await InDanger(scene), "Lift")),
        new("/Staff/Cases/Case", "with a question of the partner", async scene =>
        {
            var job = await scene.Job();
            using var partner = job.Visitor();
            await partner.Open(job.Link(0));
            await partner.Send(("Ask.Question", "Welke mast is het?"));
            var window = await scene.At("/zaken/" + job.Reference, Role.TeamLead);
            await Expect(window, "[name='Tell.Text']");
            return window;
        }),
        new("/Staff/Cases/Case", "with a partner, a file that went along, and none chosen of those that did not", async scene =>
        {
            var job = await (await scene.Job()).Gives("situatie.txt", "De lamp hangt los."u8.ToArray());
            var window = await scene.At("/zaken/" + job.Reference, Role.TeamLead);
            await window.Page.Locator("details:has([name='Attach.File']) > summary").ClickAsync();
            await window.Page.Locator("[name='Attach.File']").SetInputFilesAsync(new FilePayload { Name = "brief.txt", MimeType = "text/plain", Buffer = "Zo ging het."u8.ToArray() });
            await window.Act(window.Page.Locator("form[action*='handler=Attach'] button"));
            await window.Page.Locator("details:has([name='Give.Files']) > summary").ClickAsync();
            await window.Act(window.Page.Locator("form[action*='handler=Give'] button"));
            await Expect(window, "details[open] form[action*='handler=Give'] [name='Give.Files'][aria-invalid]");
            return window;
        }),
        new("/Staff/Cases/Case", "before it goes to a partner, with a file", async scene =>
        {
            var window = await Placed(scene);
            await window.Page.Locator("details:has([name='Attach.File']) > summary").ClickAsync();
            await window.Page.Locator("[name='Attach.File']").SetInputFilesAsync(new FilePayload { Name = "brief.txt", MimeType = "text/plain", Buffer = "Zo ging het."u8.ToArray() });
            await window.Act(window.Page.Locator("form[action*='handler=Attach'] button"));
            await window.Page.Locator("details:has([name='HandOver.Question']) > summary").ClickAsync();
            await Expect(window, "details[open] [name='HandOver.Files']");
            return window;
        }),
        new("/Staff/Cases/Case", "with its clock stopped and a file", async scene =>
        {
            var window = await Placed(scene);
            await window.Page.Locator("details:has([name='Attach.File']) > summary").ClickAsync();
            await window.Page.Locator("[name='Attach.File']").SetInputFilesAsync(new FilePayload { Name = "brief.txt", MimeType = "text/plain", Buffer = "Zo ging het."u8.ToArray() });
            await window.Act(window.Page.Locator("form[action*='handler=Attach'] button"));
            await window.Page.Locator("details:has([name='Pause.Reason']) > summary").ClickAsync();
            var until = scene.Town.Tenant.Clock.Now().InZone(DateTimeZone.Utc).Date.PlusDays(10);
            foreach (var (part, value) in ((string, int)[])[("Day", until.Day), ("Month", until.Month), ("Year", until.Year)])
                await window.Page.Locator($"[name='Pause.Until.{part}']").FillAsync(value.ToString(CultureInfo.InvariantCulture));
            await window.Page.Locator("[name='Pause.Reason']").FillAsync("Wij wachten op de leverancier.");
            await window.Act(window.Page.Locator("form[action*='handler=Pause'] button").First);
            await Expect(window, "form[action*='handler=Resume']");
            await Expect(window, ".loket-files a");
            return window;
        }),
        new("/Staff/Cases/Case", "with what it may be a repeat of", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            await Taken(scene, "De brug piept vreselijk hard");
            var window = await scene.At("/werk/verdelen", Role.TeamLead);
            await window.Act(window.Page.Locator("#work th a").Last);
            await Expect(window, "form[action*='handler=Join']");
            return window;
        }),
        new("/Staff/Cases/Case", "given back from a page that stood open too long", async scene =>
        {
            var window = await Placed(scene);
            await window.Page.Locator("details:has([name='Note.Text']) > summary").ClickAsync();
            await DraftStates.Types(window, "Note.Text", "Bel de aannemer");
            await window.Page.EvaluateAsync("() => document.querySelectorAll('[name=__RequestVerificationToken]').forEach(one => { one.value = 'oud'; })");
            await window.Act(window.Page.Locator("form[action*='handler=Note'] button").First);
            await Assertions.Expect(window.Page.Locator("details[open] [name='Note.Text']")).ToHaveValueAsync("Bel de aannemer");
            return window;
        }),
        new("/Staff/Cases/Case", "changed by somebody else", async scene =>
        {
            var window = await Placed(scene);
            await window.Page.Locator("details:has([name='Ask.Text']) > summary").ClickAsync();
            await window.Page.Locator("[name='Ask.Text']").FillAsync("Hoe laat piept de brug?");
            await TakenUp(scene, window.Address.Split('/')[^1]);
            await window.Act(window.Page.Locator("form[action*='handler=Ask'] button").First);
            await Assertions.Expect(window.Page.Locator(".loket-alert .loket-timeline")).ToContainTextAsync("Opgepakt door");
            return window;
        }),
        new("/Staff/Cases/Case", "with somebody else who writes an answer", async scene =>
        {
            var reference = (await scene.Job()).Reference;
            await scene.At("/zaken/" + reference + "/antwoord", Role.Handler);
            var window = await scene.At("/zaken/" + reference, Role.TeamLead);
            await window.Says("schrijft een antwoord");
            return window;
        }),
        new("/Staff/Cases/Case", "with another that goes on as part of it", async scene =>
        {
            var whole = await (await Taken(scene, "De brug piept vreselijk")).Reference();
            var window = await scene.At("/zaken/" + await (await Taken(scene, "Herrie bij de brug")).Reference(), Role.TeamLead);
            await window.Page.Locator("details:has([name='Merge.Reference']) > summary").ClickAsync();
            await window.Page.Locator("[name='Merge.Reference']").FillAsync(whole);
            await window.Act(window.Page.Locator("form[action*='handler=Merge'] button").First);
            await Expect(window, "form[action*='handler=Part']");
            return window;
        }),
        new("/Staff/Cases/Case", "linked to another, and to be split, with errors", async scene =>
        {
            var other = await (await Taken(scene, "De brug piept vreselijk")).Reference();
            var (_, reference) = await Joined(scene, "An Visser");
            var window = await scene.At("/zaken/" + reference, Role.TeamLead);
            await window.Page.Locator("details:has([name='Link.Reference']) > summary").ClickAsync();
            await window.Page.Locator("[name='Link.As']").SelectOptionAsync("Related");
            await window.Page.Locator("[name='Link.Reference']").FillAsync(other);
            await window.Act(window.Page.Locator("form[action*='handler=Link'] button"));
            await Expect(window, "#linked");
            await window.Page.Locator("details:has([name='Split.Subject']) > summary").ClickAsync();
            await window.Act(window.Page.Locator("form[action*='handler=Split'] button").First);
            await Expect(window, "details[open] form[action*='handler=Split'] .utrecht-form-fieldset--invalid");
            return window;
        }),
        new("/Staff/Cases/Case", "done", async scene => await Closed(await Placed(scene))),
        new("/Staff/Cases/Case", "done, opened again with errors", async scene => await Pressed(await Closed(await Placed(scene)), "Reopen")),
        new("/Staff/Cases/Case", "not found", scene => scene.Refused(404, "/zaken/HLM-0000-0000", Role.Handler)),
        new("/Staff/Cases/Answer", "empty", async scene => await scene.At("/zaken/" + (await scene.Job()).Reference + "/antwoord", Role.Handler)),
        new("/Staff/Cases/Answer", "with errors", async scene => await Answer(scene, "")),
        new("/Staff/Cases/Answer", "filled, with a name that may be of another", async scene =>
        {
            var (_, reference) = await Joined(scene, "An Visser");
            return await Answer(scene, reference, "Dank aan Visser.");
        }),
        new("/Staff/Cases/Answer", "filled", async scene => await Answer(scene, "Wij maken de lamp morgen.")),
        new("/Staff/Cases/Answer", "changed by somebody else", async scene =>
        {
            var reference = await (await Taken(scene, "De brug piept vreselijk")).Reference();
            var window = await Answer(scene, reference, "Wij smeren de brug morgen.");
            await TakenUp(scene, reference);
            await window.Press("Verstuur");
            await window.Says("Wij smeren de brug morgen.");
            return window;
        }),
    ];

    // A case that no partner has.
    private static async Task<Window> Placed(Scene scene) => await scene.At("/zaken/" + await (await Taken(scene, "De brug piept vreselijk")).Reference(), Role.TeamLead);

    private static async Task TakenUp(Scene scene, string reference)
    {
        var other = await scene.At("/zaken/" + reference, Role.Handler);
        await other.Act(other.Page.Locator("form[action*='handler=Take'] button"));
    }

    private static async Task<Window> InDanger(Scene scene)
    {
        var agent = await scene.At("/intake", Role.Agent);
        await agent.Page.Locator("[name='Form.Subject']").FillAsync("Boom hangt over de weg");
        await agent.Page.Locator("[name='Form.Danger']").CheckAsync();
        await agent.Act(agent.Page.Locator("button[name=ending][value=new]"));
        await scene.Town.RunJobs();
        var window = await scene.At("/zaken/" + await agent.Reference(), Role.TeamLead);
        await Expect(window, "[name='Lift.Reason']");
        return window;
    }

    private static async Task<Window> Pressed(Window window, string form)
    {
        await window.Page.Locator($"details:has(form[action*='handler={form}']) > summary").ClickAsync();
        await window.Act(window.Page.Locator($"form[action*='handler={form}'] button").First);
        await Expect(window, $"details[open] form[action*='handler={form}'] .utrecht-form-field--invalid");
        return window;
    }

    private static async Task<Window> Answer(Scene scene, string text) => await Answer(scene, (await scene.Job()).Reference, text);

    private static async Task<Window> Answer(Scene scene, string reference, string text)
    {
        var window = await scene.At("/zaken/" + reference + "/antwoord", Role.Handler);
        await window.Page.Locator("[name='Form.Text']").FillAsync(text);
        await window.Act(window.Page.Locator("form[action*='handler=Preview'] button:not([formaction])").First);
        return window;
    }

    private static async Task<Window> Closed(Window window)
    {
        await window.Page.Locator("details:has(form[action*='handler=Close']) > summary").ClickAsync();
        await window.Page.Locator("[name='Close.Result']").SelectOptionAsync("solved");
        await window.Page.Locator("[name='Close.Solved'][value=yes]").CheckAsync();
        await window.Act(window.Page.Locator("form[action*='handler=Close'] button").First);
        await Expect(window, "[name='Reopen.Reason']");
        return window;
    }
}

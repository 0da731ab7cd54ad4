using System.Globalization;
using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;

namespace Loket.Browser.Pages;

/// <summary>The workspace: taking contacts, lists and cases.</summary>
internal static class StaffStates
{
    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Staff/Work/Lists", "empty", scene => scene.At("/werk", Role.Handler)),
        new("/Staff/Work/Lists", "filled, to divide", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            return await scene.At("/werk/verdelen", Role.TeamLead);
        }),
        new("/Staff/Work/Lists", "filled, with partners, English", async scene =>
        {
            await scene.Job();
            return await scene.At("/en/werk/ketenpartner", Role.TeamLead);
        }),
        new("/Staff/Work/Lists", "filled, mine", async scene =>
        {
            var window = await Mine(scene);
            await window.Open("/werk");
            await Expect(window, "#work tbody tr");
            return window;
        }),
        new("/Staff/Work/Lists", "filled, mine and late", async scene =>
        {
            var window = await Mine(scene);
            scene.Town.Tenant.Clock.Advance(Duration.FromDays(60));
            await window.Open("/werk");
            await Expect(window, "#work tbody tr");
            return window;
        }),
        new("/Staff/Work/Lists", "forbidden", scene => scene.Refused(403, "/werk", Role.SystemAdministrator)),

        new("/Staff/Intake/NewContact", "empty", scene => scene.At("/intake", Role.Agent)),
        new("/Staff/Intake/NewContact", "English", scene => scene.At("/en/intake", Role.DeskHost)),
        new("/Staff/Intake/NewContact", "with errors", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.Locator("[name='Form.Phone']").FillAsync("12");
            await window.Act(window.Page.Locator("button[name=ending][value=new]"));
            return window;
        }),
        new("/Staff/Intake/NewContact", "filled, with a repeat", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.Locator("[name='Form.Subject']").FillAsync("brug piept vreselijk hard");
            await window.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp");
            await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
            await window.Page.Locator("input[name='Form.Case']").First.WaitForAsync();
            return window;
        }),
        new("/Staff/Intake/NewContact", "with addresses to choose from", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.Locator("[name='Form.Where']").FillAsync("Hoofdweg");
            await window.Page.Locator("input[name='Form.WhereExactly']").First.WaitForAsync();
            return window;
        }),
        new("/Staff/Intake/NewContact", "of a co-host", scene => scene.At("/intake", Role.CoHost)),
        new("/Staff/Intake/Receipt", "done", scene => Taken(scene, "De brug piept vreselijk")),
        new("/Staff/Intake/Receipt", "open again", OpenAgain),
        new("/Staff/Intake/Receipt", "done, joined", async scene => (await Joined(scene, "Jo Bakker")).Agent),
        new("/Staff/Intake/Receipt", "done, answered", async scene =>
        {
            var window = await OpenAgain(scene);
            await window.Page.Locator("[name='Form.Answer']").FillAsync("De brug wordt morgen gesmeerd.");
            await window.Act(window.Page.Locator("button[name=ending][value=answered]"));
            await Expect(window, ".loket-confirmation");
            return window;
        }),
        new("/Staff/Intake/Receipt", "done, forwarded", async scene =>
        {
            var window = await OpenAgain(scene);
            await window.Page.Locator("[name='Form.Body']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await window.Act(window.Page.Locator("button[name=ending][value=forward]"));
            await Expect(window, ".loket-confirmation");
            return window;
        }),
        new("/Staff/Intake/Receipt", "not found", scene => scene.Refused(404, "/intake/klaar/HLM-0000-0000", Role.Agent)),

        new("/Staff/Intake/Open", "empty", scene => scene.At("/intake/open", Role.CoHost)),
        new("/Staff/Intake/Open", "filled", async scene =>
        {
            var window = await OpenAgain(scene);
            await window.Open("/intake/open");
            return window;
        }),

        new("/Staff/Intake/Slip", "filled", async scene =>
        {
            var window = await Taken(scene, "De brug piept vreselijk");
            await window.Act(window.Page.Locator("form[action*='/bon'] button"));
            return window;
        }),

        new("/Staff/Contacts/Wishes", "filled", async scene =>
        {
            var window = await Taken(scene, "De brug piept vreselijk");
            var reference = window.Address.Split('/')[^1];
            await window.Open($"/contact/{reference}/berichten");
            return window;
        }),
        new("/Staff/Contacts/Wishes", "with errors", async scene =>
        {
            var window = await Taken(scene, "De brug piept vreselijk");
            await window.Open($"/contact/{window.Address.Split('/')[^1]}/berichten");
            var choice = window.Page.Locator("main select").First;
            await choice.EvaluateAsync("one => one.options[0].value = 'nergens'");
            await choice.SelectOptionAsync(["nergens"]);
            await window.Act(window.Page.Locator("main form button").First);
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Staff/Contacts/Wishes", "not found", scene => scene.Refused(404, "/contact/HLM-0000-0000/berichten", Role.Agent)),

        new("/Staff/Contacts/Status", "questions", ToTell),
        new("/Staff/Contacts/Status", "with errors", async scene =>
        {
            var window = await ToTell(scene);
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Staff/Contacts/Status", "to say", async scene =>
        {
            var window = await ToTell(scene);
            await window.Page.Locator("[value=Reference]").CheckAsync();
            await window.Page.Locator("[value=Phone]").CheckAsync();
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Staff/Contacts/Status", "not found", scene => scene.Refused(404, "/contact/HLM-0000-0000/stand", Role.Agent)),

        new("/Staff/Messages/Index", "empty", scene => scene.At("/berichten/bellen", Role.Agent)),
        new("/Staff/Messages/Index", "filled, to call", async scene =>
        {
            await Told(scene, "Phone");
            return await Messages(scene, "bellen", Role.Agent);
        }),
        new("/Staff/Messages/Index", "filled, at the desk", async scene =>
        {
            await Told(scene, "Desk");
            return await Messages(scene, "balie", Role.DeskHost);
        }),
        new("/Staff/Messages/Index", "filled, not delivered, with errors", async scene =>
        {
            await Told(scene, "Phone");
            var window = await Messages(scene, "bellen", Role.TeamLead);
            await window.Act(window.Page.Locator("button[value=WrongNumber]"));
            await window.Open("/berichten/niet-aangekomen");
            await window.Page.Locator("[name=Address]").FillAsync("onbekend");
            await window.Act(window.Page.Locator("form[action*='handler=Again'] button"));
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Staff/Messages/Index", "filled, delayed", async scene =>
        {
            await using var mailbox = await Mailbox.In(scene.Town);
            await mailbox.StopMail();
            await Told(scene, "Email");
            return await Messages(scene, "vertraagd", Role.TeamLead);
        }),
        new("/Staff/Messages/Index", "filled, outgoing", async scene =>
        {
            await scene.Town.Use<TenantMessaging, bool>(messaging =>
            {
                messaging.ShowOutbox(scene.Town.Tenant);
                return Task.FromResult(true);
            });
            await Told(scene, "Email");
            return await Messages(scene, "uitgaand", Role.TeamLead);
        }),
        new("/Staff/Messages/Index", "filled, to post", async scene =>
        {
            await Letter(scene);
            return await scene.At("/berichten/brieven", Role.DeskHost);
        }),
        new("/Staff/Messages/Index", "filled, gone out", async scene =>
        {
            await Letter(scene);
            var window = await scene.At("/berichten/brieven/print", Role.DeskHost);
            await window.Act(window.Page.Locator("main form[method=post] button"));
            await window.Open("/berichten/de-deur-uit");
            return window;
        }),
        new("/Staff/Messages/Index", "forbidden", scene => scene.Refused(403, "/berichten", Role.AreaManager)),
        new("/Staff/Messages/Print", "filled", async scene =>
        {
            await Letter(scene);
            return await scene.At("/berichten/brieven/print", Role.DeskHost);
        }),

        new("/Staff/Cases/File", "not found", async scene =>
            await scene.Refused(404, "/zaken/" + (await scene.Job()).Reference + "/bestanden/zaak/1", Role.Handler)),
        new("/Staff/Cases/Case", "filled", async scene => await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead)),
        new("/Staff/Cases/Case", "filled, English", async scene => await scene.At("/en/zaken/" + (await scene.Job()).Reference, Role.Handler)),
        new("/Staff/Cases/Case", "only to look at", async scene => await scene.At("/zaken/" + (await scene.Job()).Reference, Role.AreaManager)),
        new("/Staff/Cases/Case", "filled, maybe a formal paper", async scene =>
        {
            await PublicStates.Answered(scene, Residents.Resident.Step.Done, "Ik maak bezwaar tegen het besluit over mijn vergunning.", kind: "Question");
            var window = await scene.At("/werk/verdelen", Role.TeamLead);
            await window.Act(window.Page.Locator("#work th a").First);
            return window;
        }),
        new("/Staff/Cases/Case", "with errors", async scene =>
        {
            var window = await scene.At("/zaken/" + (await scene.Job()).Reference, Role.TeamLead);
            await window.Page.Locator("details:has(form[action*='handler=Close']) > summary").ClickAsync();
            await window.Act(window.Page.Locator("form[action*='handler=Close'] button"));
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
            await window.Act(window.Page.Locator("form[action*='handler=Pause'] button"));
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
            await window.Page.Locator("[name='Note.Text']").FillAsync("Bel de aannemer");
            await window.Page.EvaluateAsync("() => document.querySelectorAll('[name=__RequestVerificationToken]').forEach(one => { one.value = 'oud'; })");
            await window.Act(window.Page.Locator("form[action*='handler=Note'] button"));
            await Assertions.Expect(window.Page.Locator("details[open] [name='Note.Text']")).ToHaveValueAsync("Bel de aannemer");
            return window;
        }),
        new("/Staff/Cases/Case", "changed by somebody else", async scene =>
        {
            var window = await Placed(scene);
            await window.Page.Locator("details:has([name='Ask.Text']) > summary").ClickAsync();
            await window.Page.Locator("[name='Ask.Text']").FillAsync("Hoe laat piept de brug?");
            await TakenUp(scene, window.Address.Split('/')[^1]);
            await window.Act(window.Page.Locator("form[action*='handler=Ask'] button"));
            await Assertions.Expect(window.Page.Locator(".loket-alert .loket-timeline")).ToContainTextAsync("Opgepakt door");
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

    private static Task Expect(Window window, string selector) => Assertions.Expect(window.Page.Locator(selector).First).ToBeAttachedAsync();

    // A case that no partner has.
    private static async Task<Window> Placed(Scene scene) => await scene.At("/zaken/" + await (await Taken(scene, "De brug piept vreselijk")).Reference(), Role.TeamLead);

    private static async Task TakenUp(Scene scene, string reference)
    {
        var other = await scene.At("/zaken/" + reference, Role.Handler);
        await other.Act(other.Page.Locator("form[action*='handler=Take'] button"));
    }

    private static async Task<Window> OpenAgain(Scene scene)
    {
        var window = await Taken(scene, "De brug piept vreselijk");
        await window.Act(window.Page.Locator("form[action*='handler=Undo'] button"));
        return window;
    }

    // Somebody calls about a lamp that is known; gives the window with the receipt, and the case.
    private static async Task<(Window Agent, string Reference)> Joined(Scene scene, string name)
    {
        var job = await scene.Job();
        var agent = await scene.At("/intake", Role.Agent);
        await agent.Page.Locator("[name='Form.Subject']").FillAsync("lamp 118-042 brandt niet");
        await agent.Page.Locator("[name='Form.Name']").FillAsync(name);
        await agent.Page.Locator("input[name='Form.Case']").First.CheckAsync();
        await agent.Act(agent.Page.Locator("button[name=ending][value=join]"));
        return (agent, job.Reference);
    }

    private static async Task<Window> Mine(Scene scene)
    {
        var window = await Placed(scene);
        await window.Act(window.Page.Locator("form[action*='handler=Take'] button"));
        return window;
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
        await window.Act(window.Page.Locator($"form[action*='handler={form}'] button"));
        await Expect(window, $"details[open] form[action*='handler={form}'] .utrecht-form-field--invalid");
        return window;
    }

    private static async Task Told(Scene scene, string by)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync("De brug piept vreselijk");
        await window.Page.Locator("[name='Form.Name']").FillAsync("Jo Bakker");
        await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        await window.Page.Locator("[name='Form.Email']").FillAsync("jo@voorbeeld.example");
        await window.Page.Locator("[name='Form.ReplyBy']").SelectOptionAsync(by);
        await window.Act(window.Page.Locator("button[name=ending][value=new]"));
        await scene.Town.RunJobs();
    }

    private static async Task<Window> Messages(Scene scene, string list, Role role)
    {
        var window = await scene.At("/berichten/" + list, role);
        await Expect(window, "#messages tbody tr");
        return window;
    }

    private static async Task<Window> Taken(Scene scene, string subject)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync(subject);
        await window.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp");
        await window.Page.Locator("[name='Form.Phone']").FillAsync("06 12345678");
        await window.Act(window.Page.Locator("button[name=ending][value=new]"));
        return window;
    }

    private static async Task<Window> ToTell(Scene scene)
    {
        var window = await Taken(scene, "De brug piept vreselijk");
        await window.Open($"/contact/{window.Address.Split('/')[^1]}/stand");
        return window;
    }

    private static async Task Letter(Scene scene)
    {
        var window = await scene.At("/intake", Role.Agent);
        await window.Page.Locator("[name='Form.Subject']").FillAsync("De brug piept vreselijk");
        await window.Page.Locator("[name='Form.Address']").FillAsync("Dorpsstraat 1\n1431 AA Aalsmeer");
        await window.Page.Locator("[name='Form.ReplyBy']").SelectOptionAsync("Letter");
        await window.Act(window.Page.Locator("button[name=ending][value=new]"));
        await scene.Town.RunJobs();
    }

    private static async Task<Window> Answer(Scene scene, string text) => await Answer(scene, (await scene.Job()).Reference, text);

    private static async Task<Window> Answer(Scene scene, string reference, string text)
    {
        var window = await scene.At("/zaken/" + reference + "/antwoord", Role.Handler);
        await window.Page.Locator("[name='Form.Text']").FillAsync(text);
        await window.Act(window.Page.Locator("form[action*='handler=Preview'] button").First);
        return window;
    }

    private static async Task<Window> Closed(Window window)
    {
        await window.Page.Locator("details:has(form[action*='handler=Close']) > summary").ClickAsync();
        await window.Page.Locator("[name='Close.Result']").SelectOptionAsync("solved");
        await window.Page.Locator("[name='Close.Solved'][value=yes]").CheckAsync();
        await window.Act(window.Page.Locator("form[action*='handler=Close'] button"));
        await Expect(window, "[name='Reopen.Reason']");
        return window;
    }
}

using Loket.Browser.Residents;
using Loket.Browser.Windows;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.Playwright;
using NodaTime;
using static Loket.Browser.Pages.StaffSteps;

namespace Loket.Browser.Pages;

/// <summary>The workspace: lists, taking contacts and what is told.</summary>
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
        new("/Staff/Work/Lists", "filled, mine, with tasks", async scene =>
        {
            using (var administrator = await scene.Town.SignIn(Role.FunctionalAdministrator))
            {
                await administrator.Open("/beheer/zaaktypen/general/taken");
                await administrator.Send(("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"));
                await administrator.Press("Neem in gebruik");
            }

            var window = await Mine(scene);
            await window.Open("/werk");
            await Expect(window, "#tasks tbody tr");
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
        new("/Staff/Work/Lists", "done, several taken, English", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            await Taken(scene, "De brug piept vreselijk hard");
            var window = await scene.At("/en/werk/verdelen", Role.TeamLead);
            await window.Page.Locator("th [type=checkbox]").CheckAsync();
            await Assertions.Expect(window.Page.Locator("[name='Bulk.Case']:checked")).ToHaveCountAsync(2);
            await window.Act(window.Page.Locator("button[formaction*='handler=Mine']"));
            await Expect(window, "form[action*='handler=Undo']");
            return window;
        }),
        new("/Staff/Work/Lists", "filled, asleep", async scene =>
        {
            var window = await Mine(scene);
            await window.Open("/werk");
            await window.Page.Locator("[name='Bulk.Case']").CheckAsync();
            await window.Page.Locator("details:has([name='Bulk.Reason']) > summary").ClickAsync();
            var until = scene.Town.Tenant.Clock.Now().InZone(DateTimeZone.Utc).Date.PlusDays(10);
            foreach (var (part, value) in ((string, int)[])[("Day", until.Day), ("Month", until.Month), ("Year", until.Year)])
                await window.Page.Locator($"[name='Bulk.Until.{part}']").FillAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await window.Page.Locator("[name='Bulk.Reason']").FillAsync("De aannemer komt volgende week.");
            await window.Act(window.Page.Locator("button[formaction*='handler=Snooze']"));
            await window.Open("/werk/sluimert");
            await Expect(window, "#work tbody tr");
            return window;
        }),
        new("/Staff/Work/Lists", "with errors", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            var window = await scene.At("/werk/verdelen", Role.TeamLead);
            await window.Page.Locator("details:has([name='Bulk.Reason']) > summary").ClickAsync();
            await window.Page.Locator("[name='Bulk.Case']").CheckAsync();
            await window.Act(window.Page.Locator("button[formaction*='handler=Snooze']"));
            await Expect(window, ".loket-error-summary");
            return window;
        }),
        new("/Staff/Work/Lists", "filled, narrowed and saved", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            var window = await scene.At("/werk/alles?Filter.Sort=Newest&Filter.Category=bestaat-niet", Role.TeamLead);
            await window.Page.Locator("details:has([name='Keep.Name']) > summary").ClickAsync();
            await window.Page.Locator("[name='Keep.Name']").FillAsync("Het nieuwste eerst");
            await window.Act(window.Page.Locator("form[action*='handler=Keep'] button"));
            await Expect(window, ".loket-tabs a[href*='overzicht=']");
            return window;
        }),
        new("/Staff/Work/Lists", "empty, narrowed", async scene =>
        {
            await Taken(scene, "De brug piept vreselijk");
            return await scene.At("/werk/alles?Filter.Danger=true&Filter.Status=bestaat-niet", Role.Handler);
        }),
        new("/Staff/Work/Lists", "forbidden", scene => scene.Refused(403, "/werk", Role.SystemAdministrator)),

        new("/Staff/Emergency/Open", "empty", scene => scene.At("/noodtoegang", Role.Agent)),
        new("/Staff/Emergency/Open", "English", scene => scene.At("/en/noodtoegang", Role.Handler)),
        new("/Staff/Emergency/Open", "with errors", async scene =>
        {
            var window = await scene.At("/noodtoegang", Role.Agent);
            await window.Page.Locator("[name='Form.Reference']").FillAsync("HLM-0000-0000");
            await window.Page.Locator("[name='Form.Reason']").FillAsync("spoed");
            await window.Act(window.Page.Locator("main form button"));
            return window;
        }),
        new("/Staff/Emergency/Open", "forbidden", scene => scene.Refused(403, "/noodtoegang", Role.CoHost)),

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
        new("/Staff/Intake/NewContact", "filled, with more repeats than are shown", async scene =>
        {
            foreach (var _ in Enumerable.Range(0, 7)) await Stands(scene, "De brug piept vreselijk");
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.Locator("[name='Form.Subject']").FillAsync("brug piept vreselijk hard");
            await window.Page.Locator("[name='Form.Area']").SelectOptionAsync("hoofddorp");
            await window.Page.Locator("input[name='Form.All']").WaitForAsync();
            return window;
        }),
        new("/Staff/Intake/NewContact", "with addresses to choose from", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            await window.Page.Locator("[name='Form.Where']").FillAsync("Hoofdweg");
            await window.Page.Locator("input[name='Form.WhereExactly']").First.WaitForAsync();
            return window;
        }),
        new("/Staff/Intake/NewContact", "with files that are too large", async scene =>
        {
            var window = await scene.At("/intake", Role.Agent);
            var files = window.Page.Locator("[name='Form.Files']");
            await window.Page.Locator("[name='Form.Subject']").FillAsync("brug piept");
            await files.SetInputFilesAsync(ProblemStates.Film(scene));
            await window.Page.Locator("button[name=ending][value=new]").ClickAsync();
            await Assertions.Expect(files).ToBeFocusedAsync();
            await Assertions.Expect(window.Main).ToContainTextAsync("Deze bestanden zijn samen te groot om te versturen.");
            await Assertions.Expect(window.Page.Locator("[name='Form.Subject']")).ToHaveValueAsync("brug piept");
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
    ];

    private static async Task<Window> OpenAgain(Scene scene)
    {
        var window = await Taken(scene, "De brug piept vreselijk");
        await window.Act(window.Page.Locator("form[action*='handler=Undo'] button"));
        return window;
    }

    private static async Task<Window> Mine(Scene scene)
    {
        var window = await scene.At("/zaken/" + await (await Taken(scene, "De brug piept vreselijk")).Reference(), Role.TeamLead);
        await window.Act(window.Page.Locator("form[action*='handler=Take'] button"));
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
}

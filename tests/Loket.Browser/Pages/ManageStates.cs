using Loket.Browser.Windows;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using static Loket.Browser.Pages.ManageSteps;

namespace Loket.Browser.Pages;

/// <summary>The pages of administrators, but those of how work goes.</summary>
internal static class ManageStates
{
    private const Role Accounts = Role.SystemAdministrator;
    private const Role Rules = Role.FunctionalAdministrator;

    public static IReadOnlyList<PageState> All { get; } =
    [
        new("/Manage/Index", "filled", scene => scene.At("/beheer", Rules)),
        new("/Manage/Accounts/Index", "filled", scene => scene.At("/manage/accounts", Accounts)),
        new("/Manage/Accounts/Index", "nothing found", scene => scene.At("/manage/accounts?q=qqqq", Accounts)),
        new("/Manage/Accounts/Index", "forbidden", scene => scene.Refused(403, "/manage/accounts", Role.Agent)),
        new("/Manage/Accounts/New", "empty", scene => scene.At("/manage/accounts/new", Accounts)),
        new("/Manage/Accounts/New", "with errors", async scene => await Pressed(scene.At("/manage/accounts/new", Accounts), "main form .utrecht-button")),
        new("/Manage/Accounts/Account", "filled", scene => scene.At("/manage/accounts/fatima.el.amrani", Accounts)),
        new("/Manage/Accounts/Account", "filled, of a co-host", scene => scene.At("/manage/accounts/henk.roodenburg", Accounts)),
        new("/Manage/Accounts/Account", "with a start code", scene =>
            Pressed(scene.At("/manage/accounts/fatima.el.amrani", Accounts), "form[action*='handler=StartCode'] button")),
        new("/Manage/Accounts/Account", "signed out everywhere", scene =>
            Pressed(scene.At("/manage/accounts/fatima.el.amrani", Accounts), "form[action*='handler=EndSessions'] button")),
        new("/Manage/Accounts/Account", "with a work account", async scene =>
        {
            var provider = await LocalProvider.Start();
            provider.Person = new ProviderPerson("noor", "Noor Mulder", "noor.mulder", "noor.mulder@gemeente.example", Roles: ["loket-agent"]);
            await provider.In(scene.Town);
            using (var noor = new Visitor(scene.Town.Client())) await noor.ThroughProvider();
            return await scene.At("/manage/accounts/noor.mulder", Accounts);
        }),
        new("/Manage/Accounts/Account", "with errors", scene => Pressed(scene.At("/manage/accounts/fatima.el.amrani", Accounts), "form[action*='handler=Close'] button")),
        new("/Manage/Accounts/Account", "not found", scene => scene.Refused(404, "/manage/accounts/niemand", Accounts)),
        new("/Manage/Bounds/Index", "empty", scene => scene.At("/beheer/grenzen", Rules)),
        new("/Manage/Bounds/Index", "empty, English", scene => scene.At("/en/beheer/grenzen", Rules)),
        new("/Manage/Bounds/Index", "filled", async scene =>
        {
            var window = await scene.At("/beheer/grenzen", Rules);
            await window.Page.Locator("[name='Form.Owner']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await window.Page.Locator("[name='Form.Areas']").First.CheckAsync();
            await window.Page.Locator("[name='Form.Types']").First.CheckAsync();
            await window.Press("Opslaan");
            return window;
        }),
        new("/Manage/Bounds/Index", "filled, with an area that is gone", async scene =>
        {
            var window = await scene.At("/beheer/grenzen", Rules);
            await window.Page.Locator("[name='Form.Owner']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await window.Page.Locator("[name='Form.Areas'][value=nieuwemeer]").CheckAsync();
            await window.Press("Opslaan");
            await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync(
                "UPDATE addresses SET area = NULL WHERE area = 'nieuwemeer'; UPDATE streets SET area = NULL WHERE area = 'nieuwemeer'; UPDATE assets SET area = NULL WHERE area = 'nieuwemeer'; DELETE FROM areas WHERE \"key\" = 'nieuwemeer'");
            await window.Open("/beheer/grenzen");
            await window.Says("niet meer in de lijst");
            return window;
        }),
        new("/Manage/Bounds/Index", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/grenzen", Rules);
            await window.Press("Opslaan");
            return window;
        }),
        new("/Manage/Teams/Index", "filled", scene => scene.At("/beheer/teams", Rules)),
        new("/Manage/Teams/Index", "English", scene => scene.At("/en/beheer/teams", Rules)),
        new("/Manage/Teams/Index", "forbidden", scene => scene.Refused(403, "/beheer/teams", Role.Agent)),
        new("/Manage/Teams/Team", "empty", scene => scene.At("/beheer/teams/nieuw", Rules)),
        new("/Manage/Teams/Team", "with errors", scene => Pressed(scene.At("/beheer/teams/nieuw", Rules), "main form button")),
        new("/Manage/Teams/Team", "filled", scene => scene.At("/beheer/teams/lighting", Rules)),
        new("/Manage/Teams/Team", "changed by somebody else", scene => Crossed(scene, "/beheer/teams/lighting")),
        new("/Manage/People/Person", "filled", scene => scene.At("/beheer/mensen/fatima.el.amrani", Accounts)),
        new("/Manage/People/Person", "only to look at", scene => scene.At("/beheer/mensen/fatima.el.amrani", Rules)),
        new("/Manage/OnCall/Index", "filled", scene => scene.At("/beheer/piket", Rules)),
        new("/Manage/OnCall/Index", "with errors", scene => Pressed(scene.At("/beheer/piket", Rules), "main form:has([name='Form.FromTime']) button")),
        new("/Manage/OnCall/Index", "empty", async scene =>
        {
            await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM on_call_turns; DELETE FROM on_call_duties");
            return await scene.At("/beheer/piket", Rules);
        }),
        new("/Manage/Partners/Index", "filled", scene => scene.At("/beheer/ketenpartners", Rules)),
        new("/Manage/Partners/Partner", "empty", scene => scene.At("/beheer/ketenpartners/nieuw", Rules)),
        new("/Manage/Partners/Partner", "with errors", scene => Pressed(scene.At("/beheer/ketenpartners/nieuw", Rules), "main form button")),
        new("/Manage/Partners/Partner", "filled", scene => scene.At("/beheer/ketenpartners/grid-operator", Rules)),
        new("/Manage/Partners/Partner", "changed by somebody else", scene => Crossed(scene, "/beheer/ketenpartners/grid-operator")),
        new("/Manage/Desks/Index", "filled", scene => scene.At("/beheer/loketten", Rules)),
        new("/Manage/Desks/Desk", "empty", scene => scene.At("/beheer/loketten/nieuw", Rules)),
        new("/Manage/Desks/Desk", "with errors", scene => Pressed(scene.At("/beheer/loketten/nieuw", Rules), "main form button")),
        new("/Manage/Desks/Desk", "filled", scene => First(scene.At("/beheer/loketten", Rules), "#desks")),
        new("/Manage/Selection/Index", "empty", scene => scene.At("/beheer/selectielijst", Rules)),
        new("/Manage/Selection/Index", "filled", async scene =>
        {
            await Listed(scene);
            return await scene.At("/beheer/selectielijst", Rules);
        }),
        new("/Manage/Selection/Index", "filled, English", async scene =>
        {
            await Listed(scene);
            return await scene.At("/en/beheer/selectielijst", Rules);
        }),
        new("/Manage/Selection/Entry", "empty", scene => scene.At("/beheer/selectielijst/nieuw", Rules)),
        new("/Manage/Selection/Entry", "with errors", scene => Pressed(scene.At("/beheer/selectielijst/nieuw", Rules), "main form button")),
        new("/Manage/Selection/Entry", "filled", async scene =>
        {
            await Listed(scene);
            return await scene.At("/beheer/selectielijst/5.1", Rules);
        }),
        new("/Manage/Selection/Entry", "not found", scene => scene.Refused(404, "/beheer/selectielijst/99", Rules)),
        new("/Staff/Access/Index", "empty", scene => scene.At("/inzageverzoek", Role.PrivacyOfficer)),
        new("/Staff/Access/Index", "with errors", scene => scene.Refused(422, "/inzageverzoek?Form.Reference=HLM-0000-0", Role.PrivacyOfficer)),
        new("/Staff/Access/Index", "filled", async scene => await scene.At("/inzageverzoek?Form.Reference=" + await Known(scene), Role.PrivacyOfficer)),
        new("/Staff/Access/Index", "filled, English", async scene => await scene.At("/en/inzageverzoek?Form.Reference=" + await Known(scene), Role.PrivacyOfficer)),
        new("/Staff/Access/Index", "waiting for a colleague", async scene =>
        {
            await Proposed(scene);
            return await scene.At("/inzageverzoek", Role.PrivacyHandler);
        }),
        new("/Staff/Access/Index", "waiting for a colleague, English", async scene =>
        {
            await Proposed(scene);
            return await scene.At("/en/inzageverzoek", Role.PrivacyHandler);
        }),
        new("/Manage/Records/Index", "empty", scene => scene.At("/beheer/vernietigen", Role.RecordsManager)),
        new("/Manage/Records/Index", "filled", async scene =>
        {
            await Drawn(scene);
            return await scene.At("/beheer/vernietigen", Role.RecordsManager);
        }),
        new("/Manage/Records/Index", "filled, English", async scene =>
        {
            await Drawn(scene);
            return await scene.At("/en/beheer/vernietigen", Role.RecordsManager);
        }),
        new("/Manage/Records/List", "filled", async scene => await scene.At(await Drawn(scene), Role.RecordsManager)),
        new("/Manage/Records/List", "filled, English", async scene => await scene.At("/en" + await Drawn(scene), Role.RecordsManager)),
        new("/Manage/Records/List", "with errors", async scene => await Pressed(scene.At(await Drawn(scene), Role.RecordsManager), "form[action*='handler=TakeOut'] button")),
        new("/Manage/Records/List", "declaration", async scene =>
        {
            var list = await Drawn(scene);
            using (var second = await scene.Town.SignIn(Role.RecordsManager))
            {
                await second.Open(list);
                await second.Press("Keur goed en vernietig");
            }

            await scene.Town.RunJobs();
            return await scene.At(list, Role.RecordsManager);
        }),
        new("/Manage/Records/List", "not found", scene => scene.Refused(404, "/beheer/vernietigen/" + Guid.Empty, Role.RecordsManager)),
        new("/Manage/Records/Holds", "empty", scene => scene.At("/beheer/vasthouden", Role.RecordsManager)),
        new("/Manage/Records/Holds", "empty, English", scene => scene.At("/en/beheer/vasthouden", Role.RecordsManager)),
        new("/Manage/Records/Holds", "with errors", scene => Pressed(scene.At("/beheer/vasthouden", Role.RecordsManager), "main form button")),
        new("/Manage/CaseTypes/Type", "filled, with grounds", async scene =>
        {
            await Listed(scene);
            return await scene.At("/beheer/zaaktypen/report", Rules);
        }),
        new("/Manage/Portfolios/Index", "filled", scene => scene.At("/beheer/portefeuilles", Rules)),
        new("/Manage/Portfolios/Index", "English", scene => scene.At("/en/beheer/portefeuilles", Rules)),
        new("/Manage/Portfolios/Index", "empty", async scene =>
        {
            await using (var db = scene.Town.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM portfolios");
            return await scene.At("/beheer/portefeuilles", Rules);
        }),
        new("/Manage/Portfolios/Portfolio", "empty", scene => scene.At("/beheer/portefeuilles/nieuw", Rules)),
        new("/Manage/Portfolios/Portfolio", "with errors", scene => Pressed(scene.At("/beheer/portefeuilles/nieuw", Rules), "main form button")),
        new("/Manage/Portfolios/Portfolio", "filled", scene => scene.At("/beheer/portefeuilles/public-space", Rules)),
        new("/Manage/Settings/WorkingTime", "filled", scene => scene.At("/beheer/werktijden", Rules)),
        new("/Manage/Settings/WorkingTime", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/werktijden", Rules);
            await window.Page.Locator("[name='Form.Hours.Days[0]']").FillAsync("van negen tot vijf");
            return await Pressed(Task.FromResult(window), "main form button");
        }),
        new("/Manage/Settings/Municipality", "filled", scene => scene.At("/beheer/gemeente", Rules)),
        new("/Manage/Settings/Municipality", "saved", scene => Pressed(scene.At("/beheer/gemeente", Rules), "main form button")),
        new("/Manage/Settings/Municipality", "changed by somebody else", scene => Crossed(scene, "/beheer/gemeente")),
        new("/Manage/Texts/Index", "filled", scene => scene.At("/beheer/teksten", Rules)),
        new("/Manage/Texts/Text", "filled", scene => scene.At("/beheer/teksten/receipt-report/nl", Rules)),
        new("/Manage/Texts/Text", "previewed", scene => Pressed(scene.At("/beheer/teksten/receipt-report/nl", Rules), "button[formaction*='handler=Preview']")),
        new("/Manage/Texts/Text", "with errors", async scene =>
        {
            var window = await scene.At("/beheer/teksten/receipt-report/nl", Rules);
            await window.Page.Locator("[name='Form.Body']").FillAsync("Beste {{onbekend}},");
            return await Pressed(Task.FromResult(window), "main form button");
        }),
        new("/Manage/Journal/Index", "filled", async scene =>
        {
            var reference = (await scene.Job()).Reference;
            await scene.At("/zaken/" + reference, Role.TeamLead);
            return await scene.At("/gebeurtenissen?Form.Reference=" + reference, Role.Auditor);
        }),
        new("/Manage/Journal/Index", "nothing found, English", scene => scene.At("/en/gebeurtenissen?Form.Day.Day=1&Form.Day.Month=1&Form.Day.Year=2001", Role.PrivacyOfficer)),
        new("/Manage/Journal/Index", "with errors", scene => scene.Refused(422, "/gebeurtenissen?Form.Reference=HLM-0000-0000&Form.Colleague=niemand", Role.Auditor)),
        new("/Manage/Journal/Index", "forbidden", scene => scene.Refused(403, "/gebeurtenissen", Role.TeamLead)),
        new("/Manage/Looks/Index", "empty", scene => scene.At("/beheer/inzage", Role.PrivacyOfficer)),
        new("/Manage/Looks/Index", "English", scene => scene.At("/en/beheer/inzage", Role.Auditor)),
        new("/Manage/Looks/Index", "filled, to judge", async scene =>
        {
            await StaffSteps.InEmergency(scene);
            return await scene.At("/beheer/inzage", Role.PrivacyOfficer);
        }),
        new("/Manage/Looks/Index", "with errors, nothing said of what was not justified", async scene =>
        {
            await StaffSteps.InEmergency(scene);
            return await Pressed(scene.At("/beheer/inzage", Role.PrivacyOfficer), "button[value=NotJustified]");
        }),
        new("/Manage/Looks/Index", "judged", async scene =>
        {
            await StaffSteps.InEmergency(scene);
            return await Pressed(scene.At("/beheer/inzage", Role.PrivacyOfficer), "button[value=Justified]");
        }),
        new("/Manage/Looks/Index", "filled, who looked", async scene =>
        {
            var reference = (await scene.Job()).Reference;
            await scene.At("/zaken/" + reference, Role.TeamLead);
            return await scene.At("/beheer/inzage?Form.Reference=" + reference, Role.PrivacyOfficer);
        }),
        new("/Manage/Looks/Index", "filled, who opens very much", async scene =>
        {
            await using (var db = scene.Town.Open())
            {
                var day = Period.DaysBetween(new LocalDate(1970, 1, 1), scene.Town.Tenant.Clock.Now().InUtc().Date);
                await db.Database.ExecuteSqlAsync($"""
                    WITH RECURSIVE many(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM many WHERE number < 61)
                    INSERT INTO opened_things (reader, thing, day, worked) SELECT colleague.id, randomblob(16), {day}, 0 FROM many, (SELECT id FROM staff ORDER BY id LIMIT 1) AS colleague
                    """);
            }

            return await scene.At("/beheer/inzage", Role.PrivacyOfficer);
        }),
        new("/Manage/Looks/Index", "with errors", scene => scene.Refused(422, "/beheer/inzage?Form.Reference=HLM-0000-0000", Role.PrivacyOfficer)),
        new("/Manage/Looks/Index", "forbidden", scene => scene.Refused(403, "/beheer/inzage", Role.TeamLead)),
        new("/Manage/Clients/Index", "empty", scene => scene.At("/beheer/programmas", Accounts)),
        new("/Manage/Clients/Index", "with errors", scene => Pressed(scene.At("/beheer/programmas", Accounts), "main form button")),
        new("/Manage/Clients/Index", "made", async scene =>
        {
            var window = await scene.At("/beheer/programmas", Accounts);
            await window.Page.Locator("[name='Form.Name']").FillAsync("Storingsprogramma van de netbeheerder");
            await window.Page.Locator("[name='Form.Key']").FillAsync("netbeheerder");
            await window.Page.Locator("[name='Form.Rights'][value=AnswerHandovers]").CheckAsync();
            return await Pressed(Task.FromResult(window), "main form button");
        }),
    ];

    // Somebody else saves while the form is open.
    private static async Task<Window> Crossed(Scene scene, string path)
    {
        var window = await scene.At(path, Rules);
        var other = await scene.At(path, Rules);
        await other.Page.Locator("[name='Form.Email']").FillAsync("ander@gemeente.example");
        await other.Act(other.Page.Locator("main form:has([name='Form.Email']) button").First);
        await window.Page.Locator("[name='Form.Email']").FillAsync("eigen@gemeente.example");
        window.Expect(409);
        await window.Act(window.Page.Locator("main form:has([name='Form.Email']) button").First);
        return window;
    }

    // The selection list has an entry.
    private static async Task Listed(Scene scene)
    {
        using var administrator = await scene.Town.SignIn(Rules);
        await administrator.Open("/beheer/selectielijst/nieuw");
        await administrator.Send(("Form.Number", "5.1"), ("Form.Name", "Meldingen over de openbare ruimte"), ("Form.Years", "5"), ("Form.Nomination", "Destroy"));
    }

    // Somebody who called, by the number of their case.
    private static async Task<string> Known(Scene scene)
    {
        using var agent = await scene.Town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Brug piept"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("ending", "new"));
        return agent.Text(".loket-confirmation .loket-reference");
    }

    // Somebody wants to be erased, and one of two people put that forward.
    private static async Task Proposed(Scene scene)
    {
        string reference;
        using (var agent = await scene.Town.SignIn(Role.Agent))
        {
            await agent.Open("/intake");
            await agent.Send(("Form.Subject", "Wanneer is het zwembad open?"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("Form.Answer", "Om negen uur."), ("ending", "answered"));
            reference = agent.Text(".loket-confirmation .loket-reference");
        }

        using var officer = await scene.Town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + reference);
        await officer.Press("Leg voor om te wissen");
    }

    // A case was kept long enough, and somebody put it on a list; gives its address.
    private static async Task<string> Drawn(Scene scene)
    {
        using (var lead = await scene.Town.SignIn(Role.TeamLead))
        {
            await lead.Open("/intake");
            await lead.Send(("Form.Subject", "Brug piept"), ("ending", "new"));
            await lead.Open("/zaken/" + lead.Text(".loket-confirmation .loket-reference"));
            await lead.Send(("Close.Result", "solved"), ("Close.Solved", "yes"));
        }

        scene.Town.Tenant.Clock.Advance(Duration.FromDays(800));
        using var keeper = await scene.Town.SignIn(Role.RecordsManager);
        await keeper.Open("/beheer/vernietigen");
        await keeper.Press("Maak een lijst");
        return keeper.Page.QuerySelector("#lists tbody a")!.GetAttribute("href")!;
    }
}

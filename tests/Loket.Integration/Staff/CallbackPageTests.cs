using System.Net;
using System.Text;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;
using Presence = Loket.Organisation.People.Presence;

namespace Loket.Integration.Staff;

/// <summary>Calling back, as an agent at a browser without script does it.</summary>
public sealed class CallbackPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_agent_promises_it_in_the_same_screen_and_says_when_and_who(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("ending", "callback"));
        Assert.Contains("Vul een telefoonnummer in", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.NotNull(agent.Page.QuerySelector("[name='Form.Phone'][aria-invalid='true']"));

        await agent.Send(("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "callback"));
        Assert.Equal("Het terugbelverzoek is gemaakt", agent.Heading);
        Assert.Matches(@"Zeg: wij bellen u vandaag \d\d:\d\d–\d\d:\d\d\.", agent.Text(".loket-confirmation"));
        var reference = agent.Text(".loket-confirmation .loket-reference");

        await agent.Open("/terugbellen/alles");
        Assert.Contains("Jo Bakker", agent.Text("#callbacks"), StringComparison.Ordinal);
        Assert.Contains("06 12345678", agent.Text("#callbacks").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(reference, agent.Text("#callbacks"), StringComparison.Ordinal);

        // The same number again: seen beside the form, and raised.
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Belt weer"), ("Form.Phone", "06 12345678")));
        Assert.Contains("Dit nummer wordt al teruggebeld", agent.Text("#similar"), StringComparison.Ordinal);
        var other = agent.Page.QuerySelectorAll("select[name='Form.CallbackWindow'] option")[^1];
        await agent.Send(("Form.CallAgain", agent.Page.QuerySelector("[name='Form.CallAgain']")!.GetAttribute("value")!), ("Form.CallbackWindow", other.GetAttribute("value")!), ("ending", "callback"));
        Assert.Contains($"Wij weten nu dat de inwoner opnieuw belde. Zeg: wij bellen u {other.TextContent.Trim()}.", agent.Text(".loket-confirmation"), StringComparison.Ordinal);
        await agent.Open("/terugbellen/alles");
        Assert.Single(agent.Page.QuerySelectorAll("#callbacks tbody tr"));
        Assert.Contains("Belde nog een keer", agent.Text("#callbacks"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task On_its_page_it_is_tried_moved_handed_on_and_ended_and_what_was_typed_stays(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        var page = "/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference");
        await agent.Open(page);

        await agent.Send(("Attempt.Result", "Reached"), ("Attempt.Note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Contains("Vul in wat er gezegd of afgesproken is", Assert.Single(agent.Errors), StringComparison.Ordinal);
        await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Note", "Nam niet op."));
        Assert.Contains("Kies wanneer wij bellen", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.Equal("Nam niet op.", agent.Value("Attempt.Note"));
        var times = agent.Page.QuerySelectorAll("select[name='Attempt.Window'] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Note", "Nam niet op."), ("Attempt.Window", times[1]));
        Assert.Contains("Uw telefoontje is vastgelegd", agent.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Contains("Gebeld: niet bereikt", agent.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Contains("Nam niet op.", agent.Text(".loket-timeline"), StringComparison.Ordinal);

        // Somebody else was first: said so, and the own words stay.
        using var colleague = await town.SignIn(Role.TeamLead);
        await colleague.Open(page);
        await colleague.Send(("Move.Window", times[2]));
        await agent.Send(("End.Result", "NotNeeded"), ("End.Report", "Staat al op de site."));
        Assert.Equal((HttpStatusCode.Conflict, "Staat al op de site."), (agent.Status, agent.Value("End.Report")));

        var people = agent.Page.QuerySelectorAll("select[name='HandOn.Owner'] option").ToList();
        // Who may not open it is not there to choose.
        Assert.DoesNotContain(people, option => option.TextContent.Trim() == "M. Manager");
        var person = people.Single(option => option.TextContent.Trim() == "H. Handler").GetAttribute("value")!;
        await agent.Open(page);
        await agent.Send(("HandOn.Owner", person), ("HandOn.Note", "Weet er meer van."));
        Assert.Contains("doorgegeven", agent.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Matches(@"Wie belt\s*H\. Handler", agent.Text("[aria-labelledby='what']"));
        Assert.Matches(@"Team\s*Herstelploeg", agent.Text("[aria-labelledby='what']"));
        await agent.Send(("End.Result", "NotNeeded"), ("End.Report", "Staat al op de site."));
        Assert.Contains("Dit terugbelverzoek is afgerond.", agent.Text("main"), StringComparison.Ordinal);
        Assert.Null(agent.Page.QuerySelector("[name='Attempt.Result']"));
    }

    [Theory, BothDatabases]
    public async Task Where_the_number_is_wrong_another_is_asked_and_shown_from_then_on(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        await agent.Open("/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference"));
        var later = agent.Page.QuerySelectorAll("select[name='Attempt.Window'] option")[^1].GetAttribute("value")!;

        await agent.Send(("Attempt.Result", "WrongNumber"), ("Attempt.Window", later));
        Assert.Contains("Vul een telefoonnummer in", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.NotNull(agent.Page.QuerySelector("[name='Attempt.Phone'][aria-invalid='true']"));
        await agent.Send(("Attempt.Result", "WrongNumber"), ("Attempt.Window", later), ("Attempt.Phone", "06 87654321"));

        Assert.Contains("Uw telefoontje is vastgelegd", agent.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Contains("06 87654321", agent.Text("[aria-labelledby='what']").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("06 12345678", agent.Text("[aria-labelledby='what']").Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_who_can_call_those_who_are_there_come_first_and_then_who_is_busy_and_who_is_away(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var deputy = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("deputy", Cancel)))!.Id;
        foreach (var (who, presence) in ((StaffId, Presence)[])[(deputy, Presence.Away), (crew.Handler, Presence.Busy)])
            Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, who, presence, null, Actor.System), Cancel))).Succeeded);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("Form.CallbackOwner", "team:" + crew.Team.Value), ("ending", "callback"));
        await agent.Open("/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference"));

        var offered = agent.Page.QuerySelectorAll("select[name='HandOn.Owner'] option").Select(option => option.TextContent.Trim()).ToList();
        int[] places = [offered.IndexOf("L. Lead"), offered.IndexOf("H. Handler (er, maar niet storen)"), offered.IndexOf("D. Deputy (nu afwezig)")];
        Assert.True(places[0] > 0, string.Join(", ", offered));
        Assert.Equal(places.Order(), places);
    }

    [Theory, BothDatabases]
    public async Task From_a_case_somebody_is_called_back_by_whoever_has_it_and_both_show_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Lamp 118-042 brandt niet"), ("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "new"));
        var reference = lead.Text(".loket-confirmation .loket-reference");
        var made = (await town.Sees(Actor.System, reference)).Id;
        var assigned = await town.Use<AssignCase, Result<ChangedCase>>(assign => assign.Handle(new CaseChange(RequestKey.None, made, Actor.System), crew.Team, crew.Handler, Cancel));
        Assert.True(assigned.Succeeded, assigned.Failure?.Code);
        await lead.Open("/zaken/" + reference);
        await lead.Open(lead.Page.QuerySelector("a[href*='/terugbellen/nieuw/']")!.GetAttribute("href")!);
        Assert.Equal("Lamp 118-042 brandt niet", lead.Value("Form.About"));
        await lead.Send(("Form.About", "Wanneer komt de monteur?"));

        Assert.Contains("Wanneer komt de monteur?", lead.Text("main"), StringComparison.Ordinal);
        Assert.Matches(@"Wie belt\s*H\. Handler", lead.Text("[aria-labelledby='what']"));
        Assert.Matches(@"Team\s*Herstelploeg", lead.Text("[aria-labelledby='what']"));
        var number = lead.Page.QuerySelector("a[href*='/zaken/']")!.TextContent;
        await lead.Open("/zaken/" + number);
        Assert.Contains("Terugbellen beloofd", lead.Text(".loket-timeline"), StringComparison.Ordinal);
        await lead.Open("/terugbellen/nieuw/" + reference);
        await lead.Send(("Form.About", "Nog eens"));
        Assert.Contains("Over dit contact wordt al iemand teruggebeld", Assert.Single(lead.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_calls_reads_what_was_told_each_time_and_comes_to_the_person_and_the_contact(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(
            ("Form.Subject", "Vraag over de kapvergunning"), ("Form.Text", "Het gaat om de eik achter het huis."), ("Form.Asset", "118-042"), ("Form.Phone", "06 12345678"),
            ("Form.Name", "Jo Bakker"), ("ending", "callback"));
        var first = agent.Text(".loket-confirmation .loket-reference");
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Belt weer"), ("Form.Phone", "06 12345678")));
        await agent.Send(
            ("Form.CallAgain", agent.Page.QuerySelector("[name='Form.CallAgain']")!.GetAttribute("value")!), ("Form.Text", "De boom valt bijna om."), ("ending", "callback"));
        var second = agent.Text(".loket-confirmation .loket-reference");

        await agent.Open("/terugbellen/verzoek/" + first);
        var asks = agent.Page.QuerySelectorAll("#asks > li").Select(ask => ask.TextContent).ToList();
        Assert.Equal(2, asks.Count);
        foreach (var told in (string[])["Vraag over de kapvergunning", "Het gaat om de eik achter het huis.", "118-042", first]) Assert.Contains(told, asks[0], StringComparison.Ordinal);
        foreach (var told in (string[])["Belt weer", "De boom valt bijna om.", second]) Assert.Contains(told, asks[1], StringComparison.Ordinal);
        var customer = agent.Page.QuerySelector("[aria-labelledby='what'] a[href*='/klanten/']")!.GetAttribute("href")!;
        await agent.Open(agent.Page.QuerySelector("#asks a[href*='/intake/klaar/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, agent.Status);
        await agent.Open(customer);
        Assert.Equal("Jo Bakker", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task Giving_up_is_offered_with_the_third_attempt_and_no_sooner(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        await agent.Open("/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference"));
        for (var attempt = 1; attempt < 3; attempt++)
        {
            Assert.Equal("Kies", Empty());
            await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Window", agent.Page.QuerySelectorAll("select[name='Attempt.Window'] option")[^1].GetAttribute("value")!));
        }

        Assert.Equal("Niet opnieuw: rond af als niet te bereiken", Empty());
        await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Note", "Nam drie keer niet op."));
        Assert.Contains("Dit terugbelverzoek is afgerond.", agent.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Niet te bereiken", agent.Text(".loket-head"), StringComparison.Ordinal);
        Assert.Contains("Nam drie keer niet op.", agent.Text("[aria-labelledby='what']"), StringComparison.Ordinal);

        string Empty() => agent.Text("select[name='Attempt.Window'] option[value='']");
    }

    [Theory, BothDatabases]
    public async Task Who_takes_it_and_will_not_be_there_reads_that_somebody_else_calls(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        using var handler = await town.SignIn("handler", ["crew"], Role.Handler);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("Form.CallbackOwner", "team:" + crew.Team.Value), ("ending", "callback"));
        var page = "/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference");
        Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Handler, Presence.Away, null, Actor.System), Cancel))).Succeeded);

        await handler.Open(page);
        await handler.Follow(handler.Pressed("Take"));

        Assert.Contains("U bent er dan niet", handler.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Matches(@"Wie belt\s*D\. Deputy", handler.Text("[aria-labelledby='what']"));
        Assert.True((await town.Use<SetPresence, Result<Done>>(set => set.Handle(new(RequestKey.None, crew.Handler, Presence.Present, null, Actor.System), Cancel))).Succeeded);
        await agent.Open(page);
        await agent.Send(("HandOn.Owner", "team:" + crew.Team.Value));
        await handler.Open(page);
        await handler.Follow(handler.Pressed("Take"));
        Assert.Contains("U belt deze inwoner", handler.Text("main .loket-alert"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Several_are_taken_at_once_what_changed_meanwhile_is_named_and_one_press_undoes_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        using var handler = await town.SignIn("handler", ["crew"], Role.Handler);
        using var deputy = await town.SignIn("deputy", ["crew"], Role.Handler);
        foreach (var phone in (string[])["06 12345678", "06 12345679", "06 12345680"])
        {
            await agent.Open("/intake");
            await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", phone), ("Form.CallbackOwner", "team:" + crew.Team.Value), ("ending", "callback"));
        }

        await handler.Open("/terugbellen/team");
        var all = handler.Page.QuerySelectorAll("[name='Bulk.Callback']").Select(box => box.GetAttribute("value")!).ToList();
        Assert.Equal(3, all.Count);
        await handler.Follow(handler.Sent("Mine", ("Bulk.To", "")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Kies eerst een of meer terugbelverzoeken in de lijst."), (handler.Status, Assert.Single(handler.Errors)));
        await deputy.Open("/terugbellen/team");
        await deputy.Follow(deputy.Sent("Mine", ("Bulk.To", ""), ("Bulk.Callback", all[0])));
        Assert.Equal("U hebt 1 terugbelverzoek opgepakt.", deputy.Text("main .loket-alert__heading"));

        await handler.Follow(handler.Sent("Mine", [("Bulk.To", ""), .. all.Select(value => ("Bulk.Callback", value))]));
        Assert.Matches(@"^U hebt 2 terugbelverzoeken opgepakt\. 1 niet: \S+ \(intussen gewijzigd\)\.$", handler.Text("main .loket-alert__heading"));
        Assert.Equal(2, await Own(handler));
        await handler.Open("/terugbellen");
        await handler.Follow(handler.Filled(
            [("Bulk.To", "team:" + crew.Team.Value), .. handler.Page.QuerySelectorAll("[name='Bulk.Callback']").Select(box => ("Bulk.Callback", box.GetAttribute("value")!))]));
        Assert.Equal("2 terugbelverzoeken doorgegeven.", handler.Text("main .loket-alert__heading"));
        await handler.Follow(handler.Pressed("Undo"));
        Assert.Equal("2 terugbelverzoeken teruggezet zoals ze waren.", handler.Text("main .loket-alert__heading"));
        Assert.Equal(2, await Own(handler));

        static async Task<int> Own(Visitor visitor)
        {
            await visitor.Open("/terugbellen");
            return visitor.Page.QuerySelectorAll("#callbacks tbody tr").Length;
        }
    }

    [Theory, BothDatabases]
    public async Task A_list_that_stands_open_says_what_came_and_shows_what_a_colleague_did_in_its_place(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var by = await town.Somebody(Role.Agent);
        using var handler = await town.SignIn("handler", ["crew"], Role.Handler);
        using var deputy = await town.SignIn("deputy", ["crew"], Role.Handler);
        var (first, second) = (await Made("+31612345678"), await Made("+31612345679"));
        await handler.Open("/terugbellen");
        var mine = Asked("data-news");
        await handler.Open("/terugbellen/te-laat");
        var late = Asked("data-news");
        await handler.Open("/terugbellen/team");
        var rows = handler.Page.QuerySelectorAll("#callbacks tbody[data-seen=gezien] tr[data-row]")
            .ToDictionary(row => row.QuerySelector(".loket-reference")!.TextContent, row => row.GetAttribute("data-row")!);
        var seen = "&gezien=" + string.Join(',', rows.Values);
        var (team, changed) = (Asked("data-news"), Asked("data-rows") + seen);
        town.Tenant.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(("0 0", "0", "0"), (await Get(team + seen), await Get(mine), await Get(late)));

        var third = await Made("+31612345680");
        await deputy.Open("/terugbellen/team");
        await deputy.Follow(deputy.Sent("Mine", ("Bulk.To", ""), ("Bulk.Callback", rows[first])));
        Assert.Equal(("1 1", "0"), (await Get(team + seen), await Get(mine)));
        var renewed = await Get(changed);
        Assert.Contains(first, renewed, StringComparison.Ordinal);
        Assert.Contains("deputy", renewed, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(second, renewed, StringComparison.Ordinal);
        Assert.DoesNotContain(third, renewed, StringComparison.Ordinal);

        var ended = await CallbackCalls.Sees(town, by, second);
        Assert.True((await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, ended.Id, by), CallbackOutcome.NotNeeded, "Staat op de site.", Cancel))).Succeeded);
        Assert.Equal("1 2", await Get(team + seen));
        Assert.Contains($"<tr data-row=\"{rows[second]}\"></tr>", await Get(changed), StringComparison.Ordinal);

        // What is handed on is new to who gets it; what waits past its promise to who looks after that.
        var given = await CallbackCalls.Sees(town, by, third);
        Assert.True((await town.Use<HandOnCallback, Result<Done>>(hand => hand.Handle(new CallbackChange(RequestKey.None, given.Id, by), new CallbackOwner(null, crew.Handler), null, Cancel))).Succeeded);
        Assert.Equal("1", await Get(mine));
        town.Tenant.Clock.Advance(Duration.FromDays(1));
        Assert.Equal("2", await Get(late));
        Assert.Equal("", await Get(changed.Split('?')[0] + "?handler=Rows&gezien=onzin,1.2"));

        Task<string> Made(string phone) => CallbackCalls.Asks(town, by, new CallbackOwner(crew.Team, null), 13, 15, phone);

        string Asked(string attribute) => handler.Page.QuerySelector("[data-news]")!.GetAttribute(attribute)!;

        async Task<string> Get(string address) => (await handler.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancel)).Trim();
    }

    [Theory, BothDatabases]
    public async Task A_file_of_a_list_has_what_the_list_shows_no_formula_and_no_secret_and_is_seen_taken(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var matter = new NewMatter("=HYPERLINK(\"http://kwaad.example\";\"kap\")");
        var made = (await town.Receives(
            await town.Somebody(Role.Agent), matter, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(crew.Team, null), CallbackCalls.Window(3, 13, 15))), CallbackCalls.Caller)).Reference;
        var secret = (await town.Receives(
            await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.IncomeAndDebt), new NewMatter("Mijn schulden lopen op", Category: "debt"),
            new MatterEnding.CallBack(new NewCallback(null, CallbackCalls.Window(3, 13, 15))), new CustomerDetails("G. Heim", "+31612345699"))).Reference;
        using var handler = await town.SignIn("handler", ["crew"], Role.Handler);
        using var manager = await town.SignIn(Role.AreaManager);

        using var answer = await handler.Client.GetAsync(new Uri("/terugbellen/alles?handler=Csv", UriKind.Relative), Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            ("text/csv", "attachment", "terugbellen-alles.csv"),
            (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName?.Trim('"')));
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal("Kenmerk;Wie;Telefoonnummer;Waarover;Beloofd;Wie belt;Team;Keer gebeld", lines[0]);
        var line = Assert.Single(lines[1..]);
        Assert.StartsWith(made + ";T. Terug;06 12345678;\"'=HYPERLINK(\"\"http://kwaad.example\"\";\"\"kap\"\")\";vandaag 13:00–15:00;", line, StringComparison.Ordinal);
        Assert.EndsWith(";;crew;0", line, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        // On the own list stands nothing yet.
        Assert.Single((await handler.Client.GetStringAsync(new Uri("/terugbellen?handler=Csv", UriKind.Relative), Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));

        await manager.Open("/terugbellen/alles?handler=Csv");
        Assert.Equal(HttpStatusCode.Forbidden, manager.Status);
        await using var db = town.Open();
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>(
            "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries WHERE kind = 'callback.looked-at' AND data LIKE '%callbacks-export.All%'").SingleAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task A_contact_that_is_open_again_ends_with_a_callback_where_its_danger_and_paper_are_asked(Database database)
    {
        await using var town = await Town.On(database);
        await Crew.In(town);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Ik maak bezwaar tegen uw besluit"), ("Form.Phone", "06 12345678"), ("Form.Paper", "Objection"), ("ending", "new"));
        var reference = agent.Text(".loket-confirmation .loket-reference");
        await agent.Follow(agent.Pressed("Undo"));

        // By its address too there is no way around that.
        await agent.Open("/terugbellen/nieuw/" + reference);
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
        await agent.Send(("Form.Danger", "true"), ("ending", "callback"));
        Assert.Contains("Bij gevaar hoort een zaak", Assert.Single(agent.Errors), StringComparison.Ordinal);
        await agent.Send(("Form.Danger", "false"), ("ending", "callback"));

        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        Assert.Contains("Zeg: wij bellen u", agent.Text(".loket-confirmation"), StringComparison.Ordinal);
        var found = await town.Sees(Actor.System, reference);
        Assert.Equal((FormalPaper.Objection, true), (found.Paper!.Value, found.DeadlineAt is not null));
        await agent.Open("/terugbellen/verzoek/" + reference);
        Assert.Contains(found.Reference, agent.Text("[aria-labelledby='what']"), StringComparison.Ordinal);

        // What is neither ends as one.
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Answer", "Ja."), ("ending", "answered"));
        await agent.Follow(agent.Pressed("Undo"));
        await agent.Send(("ending", "callback"));
        Assert.Contains("Vul een telefoonnummer in", Assert.Single(agent.Errors), StringComparison.Ordinal);
        await agent.Send(("Form.CallbackPhone", "06 12345679"), ("ending", "callback"));
        Assert.Equal("Het terugbelverzoek is gemaakt", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task Who_is_called_too_late_stands_among_those_who_wait_and_in_the_figures(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        await lead.Open("/terugbellen/te-laat");
        Assert.Contains("Niemand wacht te lang", lead.Text("main"), StringComparison.Ordinal);

        town.Tenant.Clock.Advance(Duration.FromDays(1));
        await lead.Open("/terugbellen/te-laat");
        Assert.Contains("Te laat", lead.Text("#callbacks"), StringComparison.Ordinal);
        await lead.Open("/terugbellen/cijfers");
        Assert.Matches(@"Alle teams\s+1\s+0\s*%\s+1", lead.Text("#figures"));
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Taking a contact, as an agent or desk host at a browser without script does it.</summary>
public sealed class IntakeTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_second_call_about_a_place_finds_the_case_and_joins_it(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "De brug piept vreselijk"), ("Form.Area", "hoofddorp"), ("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);

        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "brug piept vreselijk hard"), ("Form.Area", "hoofddorp"), ("Form.Phone", "06 12345678")));
        Assert.Contains("De brug piept vreselijk", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Contains("Dit nummer is eerder gebruikt door Jo Bakker", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Equal("", agent.Value("Form.Name"));

        var known = agent.Page.QuerySelector("[name='Form.Case']")!.GetAttribute("value")!;
        await agent.Send(("Form.Case", known), ("ending", "join"));
        Assert.Equal("Dit contact staat nu bij de zaak", agent.Heading);
        Assert.Contains("In totaal zijn er 2 contacten over deze zaak.", agent.Text("main"), StringComparison.Ordinal);

        await agent.Follow(agent.Pressed("Undo"));
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
        await agent.Open("/zaken/" + known);
        Assert.Contains("1 contact", agent.Text("#people"), StringComparison.Ordinal);
        Assert.Contains("De brug piept vreselijk", agent.Heading, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_more_look_like_it_than_are_shown_it_says_so_and_how_to_see_all(Database database)
    {
        await using var town = await Town.On(database);
        using var lead = await town.SignIn(Role.TeamLead);
        var known = new List<MatterReceipt>();
        foreach (var _ in Enumerable.Range(0, 8))
            known.Add(await town.Receives(Actor.System, new NewMatter("De brug piept vreselijk", Place: new Place { Area = "hoofddorp" }), new MatterEnding.NewCase()));
        (string, string)[] told = [("Form.Subject", "brug piept vreselijk hard"), ("Form.Area", "hoofddorp")];

        await lead.Open("/intake");
        await lead.Follow(lead.Sent("Find", told));
        Assert.Equal(6, Shown("[name='Form.Case']"));
        Assert.Contains("Er lijken nog 2 zaken op.", lead.Text("#similar"), StringComparison.Ordinal);
        await lead.Follow(lead.Sent("Find", [.. told, ("Form.All", "true")]));
        Assert.Equal((8, 1), (Shown("[name='Form.Case']"), Shown("[name='Form.All'][checked]")));
        Assert.DoesNotContain("Er lijken nog", lead.Text("#similar"), StringComparison.Ordinal);

        // A case in triage is not among those that it looks like.
        await lead.Open("/zaken/" + known[0].CaseReference);
        Assert.Equal(3, Shown("[name='Move.Joining']"));
        await lead.Open(lead.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "Er lijken nog 4 zaken op. Laat alles zien").GetAttribute("href")!);
        Assert.Equal(7, Shown("[name='Move.Joining']"));

        int Shown(string what) => lead.Page.QuerySelectorAll(what).Length;
    }

    [Theory, BothDatabases]
    public async Task Only_channel_and_subject_are_asked_and_what_is_wrong_stands_at_its_field(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", ""), ("Form.Text", "Mevrouw belt nog eens"), ("Form.Phone", "12"), ("ending", "new"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Equal("Mevrouw belt nog eens", agent.Value("Form.Text"));

        await agent.Send(("Form.Channel", ""), ("Form.Subject", "Vraag over het loket"), ("Form.Phone", ""), ("ending", "new"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Vraag over het loket"), (agent.Status, agent.Value("Form.Subject")));
        Assert.Single(agent.Errors);

        await agent.Send(("Form.Channel", "Phone"), ("Form.Area", "atlantis"), ("ending", "new"));
        Assert.Contains("hoort niet bij onze gemeente", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.NotNull(agent.Page.QuerySelector("[name='Form.Area'][aria-invalid='true']"));

        await agent.Send(("Form.Area", ""), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task A_double_click_gives_one_contact(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        var once = agent.Filled(("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        var body = await once.Content!.ReadAsByteArrayAsync(Cancel);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
        {
            var content = new ByteArrayContent(body);
            content.Headers.ContentType = once.Content.Headers.ContentType;
            return agent.Client.PostAsync(new Uri("/intake", UriKind.Relative), content, Cancel);
        }));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(answers[0].Headers.Location, answers[1].Headers.Location);
    }

    [Theory, BothDatabases]
    public async Task A_formal_paper_is_proposed_and_somebody_decides(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Ik maak bezwaar tegen de parkeerboete"), ("ending", "new"));
        Assert.Contains("Is dit een formeel stuk (Bezwaar)?", agent.Errors[0], StringComparison.Ordinal);

        await agent.Send(("Form.Subject", "Ik maak bezwaar tegen de parkeerboete"), ("Form.Paper", "Objection"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task A_local_co_host_takes_a_contact_and_sees_nobody(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "De brug piept vreselijk"), ("Form.Area", "hoofddorp"), ("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "new"));
        using var host = await town.SignIn(Role.CoHost);

        await host.Open("/intake");
        await host.Follow(host.Sent("Find", ("Form.Subject", "De brug piept vreselijk"), ("Form.Area", "hoofddorp"), ("Form.Phone", "06 12345678")));
        Assert.DoesNotContain("Jo Bakker", host.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty(host.Page.QuerySelectorAll("[name='Form.Case']"));

        await host.Send(("Form.Subject", "De brug piept vreselijk"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", host.Heading);
    }

    [Theory, BothDatabases]
    public async Task One_contact_is_about_two_things(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        var first = agent.Address.Split('/')[^1];
        await agent.Open("/intake?bij=" + first);
        Assert.Contains("Zelfde contact als " + first, agent.Text("main"), StringComparison.Ordinal);
        await agent.Send(("Form.Subject", "Wanneer is het loket open?"), ("Form.Answer", "Maandag"), ("ending", "answered"));
        Assert.Equal("Direct beantwoord", agent.Heading);
        Assert.NotEqual(first, agent.Text(".loket-confirmation .loket-reference"));
        Assert.Equal(1, await Count(town, "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM contacts"));
        Assert.Equal(2, await Count(town, "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM matters"));
    }

    [Theory, BothDatabases]
    public async Task Somebody_known_is_hinted_at_by_number_and_by_address_and_looked_at_once_however_long_one_types(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Stoeptegel los"), ("Form.Name", "Jo Bakker"), ("Form.Phone", "06 12345678"), ("Form.Email", "jo@voorbeeld.example"), ("ending", "new"));

        await agent.Open("/intake");
        foreach (var typed in (string[])["De", "De brug", "De brug piept"])
        {
            using var answer = await agent.Client.SendAsync(Typing(agent, typed, ("Form.Email", "Jo@Voorbeeld.example")), Cancel);
            Assert.Contains("Dit e-mailadres is eerder gebruikt door Jo Bakker", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(1, await Looks(town));
        await agent.Open("/intake");
        using (var other = await agent.Client.SendAsync(Typing(agent, "Weer", ("Form.Phone", "0612345678")), Cancel))
            Assert.Contains("Dit nummer is eerder gebruikt door Jo Bakker", await other.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(2, await Looks(town));
    }

    [Theory, BothDatabases]
    public async Task Who_is_the_same_person_is_chosen_and_then_their_cases_are_seen_that_the_agent_may_see(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        using var host = await town.SignIn(Role.DeskHost);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Losse stoeptegel"), ("Form.Area", "abbenes"), ("Form.Name", "Jo Bakker"), ("Form.Phone", "06 12345678"), ("ending", "new"));
        await host.Open("/intake");
        await host.Follow(host.Sent("Find", ("Form.Subject", "Schulden lopen op"), ("Form.Phone", "06 12345678")));
        await host.Send(("Form.Customer", host.Page.QuerySelector("[name='Form.Customer']")!.GetAttribute("value")!), ("Form.Subject", "Schulden lopen op"), ("Form.Category", "debt"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", host.Heading);

        // The number is a hint: nobody is chosen, and nothing of theirs is shown.
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Vraag over het zwembad"), ("Form.Area", "hoofddorp"), ("Form.Phone", "06 12345678")));
        Assert.Contains("Vraag eerst wie u spreekt", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Equal("", agent.Value("Form.Customer"));
        Assert.DoesNotContain("stoeptegel", agent.Text("#similar"), StringComparison.Ordinal);

        var person = agent.Page.QuerySelector("[name='Form.Customer']")!.GetAttribute("value")!;
        await agent.Follow(agent.Sent("Find", ("Form.Customer", person), ("Form.Subject", "Vraag over het zwembad")));
        Assert.Equal(person, agent.Value("Form.Customer"));
        Assert.Contains("Losse stoeptegel", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Contains("Zelfde persoon", agent.Text("#similar .loket-matches"), StringComparison.Ordinal);
        Assert.Single(agent.Page.QuerySelectorAll("[name='Form.Case']"));
        Assert.DoesNotContain("Schulden", agent.Text("main"), StringComparison.Ordinal);

        await agent.Send(("Form.Case", agent.Page.QuerySelector("[name='Form.Case']")!.GetAttribute("value")!), ("ending", "join"));
        Assert.Equal("Dit contact staat nu bij de zaak", agent.Heading);
        Assert.Equal(1, await Count(town, "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM customers"));
    }

    [Theory, BothDatabases]
    public async Task An_address_that_can_be_several_is_offered_to_choose_from_and_counts_as_long_as_it_fits(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Gat in de weg"), ("Form.Where", "Hoofdweg")));
        var offered = agent.Page.QuerySelectorAll("[name='Form.WhereExactly']").Select(radio => radio.GetAttribute("value")).ToList();
        Assert.Contains("Hoofdweg, Abbenes", offered);
        Assert.Contains("Hoofdweg, Lijnden", offered);
        Assert.Contains(agent.Page.QuerySelectorAll("#addresses option"), option => option.GetAttribute("value") == "Hoofdweg, Abbenes");

        await agent.Follow(agent.Sent("Find", ("Form.WhereExactly", "Hoofdweg, Abbenes"), ("Form.Where", "Rijnlanderweg")));
        Assert.DoesNotContain("Abbenes", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.WhereExactly", "Hoofdweg, Abbenes"), ("Form.Where", "Hoofdweg"), ("ending", "new"));
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Contains("Hoofdweg, Abbenes", agent.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_letter_is_registered_with_the_day_on_which_it_came_in(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        (string, string)[] letter = [("Form.Subject", "Klacht over de gladde stoep"), ("Form.Paper", "none"), ("ending", "new")];
        await agent.Send([.. letter, ("Form.Channel", "Phone"), .. Day("27", "2", "2026")]);
        Assert.Contains("kan alleen bij een brief of e-mail", agent.Errors[0], StringComparison.Ordinal);
        await agent.Send([.. letter, ("Form.Channel", "Letter"), .. Day("31", "2", "2026")]);
        Assert.Contains("bestaat niet", agent.Errors[0], StringComparison.Ordinal);
        await agent.Send([.. letter, ("Form.Channel", "Letter"), .. Day("4", "3", "2026")]);
        Assert.Contains("Deze dag moet nog komen", agent.Errors[0], StringComparison.Ordinal);
        await agent.Send([.. letter, ("Form.Channel", "Letter"), .. Day("27", "2", "2024")]);
        Assert.Contains("langer dan een jaar geleden", agent.Errors[0], StringComparison.Ordinal);
        Assert.Equal("2024", agent.Value("Form.ReceivedOn.Year"));

        await agent.Send([.. letter, ("Form.Channel", "Letter"), .. Day("27", "februari", "2026")]);
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
        await agent.Press("Print briefjeAlt+P");
        Assert.Contains("27 februari 2026", agent.Text(".loket-slip"), StringComparison.Ordinal);

        static (string, string)[] Day(string day, string month, string year) => [("Form.ReceivedOn.Day", day), ("Form.ReceivedOn.Month", month), ("Form.ReceivedOn.Year", year)];
    }

    private static HttpRequestMessage Typing(Visitor agent, string subject, (string Name, string Value) field)
    {
        var request = agent.Filled(("Form.Subject", subject), field);
        request.RequestUri = new Uri("/intake?handler=Similar", UriKind.Relative);
        return request;
    }

    private static Task<int> Looks(Town town) => Count(town, "SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM journal_entries WHERE kind = 'customer.looked-at'");

    private static async Task<int> Count(Town town, string query)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>(query).SingleAsync(Cancel);
    }
}

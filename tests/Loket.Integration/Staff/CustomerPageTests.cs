using System.Net;
using Loket.Cases.Callbacks;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>The find box and the page of a person or company (row A4), at a browser without script.</summary>
public sealed class CustomerPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CustomerDetails Jo = new("Jo van der Meijer-Jánssen", "+31612345678", "jo@voorbeeld.example", "Dorpsstraat 12\n2131 AA Hoofddorp");
    private static readonly NewMatter Bench = new("bankje kapot bij de speeltuin", Category: "playground");

    [Theory, BothDatabases]
    public async Task Somebody_is_found_by_whatever_they_say_of_themselves(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        var by = await town.Somebody(Role.Agent);
        await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        await town.Receives(by, Bench, new MatterEnding.NewCase(), new CustomerDetails("Kees de Groot", "+31235551234", Address: "Kerkstraat 3\n2131 ZZ Hoofddorp"), MessageChannel.Phone);

        foreach (var (typed, how) in ((string, string)[])
        [
            ("06 12345678", "telefoonnummer"), ("JO@Voorbeeld.example", "e-mailadres"), ("Jo Meijer", "naam"), ("janssen", "naam"), ("meij", "naam"), ("Janssen, Jo", "naam"),
            ("Meyer", "klinkt zo"), ("Jansen", "klinkt zo"), ("J. Meyer", "klinkt zo"), ("Dorpsstraat 12", "adres"), ("dorpsstraat 12 Hoofddorp", "adres"), ("Dorpsstraat 12, Hoofddorp", "adres"), ("2131AA 12", "adres"), ("2131 aa", "adres"),
        ])
        {
            await Looks(agent, typed);
            Assert.Equal((typed, "Jo van der Meijer-Jánssen", how), (typed, agent.Text("#found tbody th"), agent.Text("#found tbody .loket-tag, #found tbody td:last-child")));
            Assert.Single(agent.Page.QuerySelectorAll("#found tbody tr"));
            Assert.Equal(typed, agent.Value("Form.Sought"));
            Assert.StartsWith("/zoeken?s=", agent.Address, StringComparison.Ordinal);
            // Short ones may stand in what is sealed by chance.
            if (typed.Length > 8) Assert.DoesNotContain(Uri.EscapeDataString(typed), agent.Address, StringComparison.OrdinalIgnoreCase);
        }

        await Looks(agent, "Pietersen");
        Assert.Equal("Niemand gevonden", agent.Text(".loket-empty h2"));
        await Looks(agent, "van de");
        Assert.Equal("Niemand gevonden", agent.Text(".loket-empty h2"));
        await Looks(agent, " ");
        Assert.Equal("/zoeken", agent.Address);
    }

    [Theory, BothDatabases]
    public async Task A_reference_of_a_contact_or_a_callback_opens_that(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        using var colleague = await town.SignIn(Role.Handler);
        var by = await town.Somebody(Role.Agent);
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        var answered = await town.Receives(by, new NewMatter("Hoe laat gaat het loket open?"), new MatterEnding.Answered("Om negen uur."), Jo);
        var called = await town.Receives(by, new NewMatter("Vraag over het zwembad"), new MatterEnding.CallBack(new NewCallback(null, window, null)), Jo);

        foreach (var visitor in (Visitor[])[agent, colleague])
        {
            await Looks(visitor, answered.Reference);
            Assert.Equal(("/intake/klaar/" + answered.Reference, "Direct beantwoord"), (visitor.Address, visitor.Heading));
        }

        await Looks(agent, called.Reference.ToLowerInvariant());
        Assert.Equal("/terugbellen/verzoek/" + called.Reference, agent.Address);
    }

    [Theory, BothDatabases]
    public async Task A_reference_opens_its_case_and_what_somebody_looked_for_is_theirs_alone(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        using var colleague = await town.SignIn(Role.Agent);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);

        await Looks(agent, receipt.Reference.ToLowerInvariant());
        Assert.StartsWith("/zaken/", agent.Address, StringComparison.Ordinal);
        Assert.Contains("bankje kapot", agent.Heading, StringComparison.Ordinal);

        await Looks(agent, "Meijer");
        Assert.Equal(1, await Written(town, receipt, "find"));
        await colleague.Open(agent.Address);
        Assert.Empty(colleague.Page.QuerySelectorAll("#found"));
        await colleague.Open("/zoeken?s=onzin");
        Assert.Equal((HttpStatusCode.OK, 0), (colleague.Status, colleague.Page.QuerySelectorAll("#found").Length));
    }

    [Theory, BothDatabases]
    public async Task Who_came_about_a_debt_alone_is_nobody_to_others_and_a_co_host_finds_nobody_at_all(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        using var host = await town.SignIn(Role.CoHost);
        var debt = await town.Receives(Actor.System, new NewMatter("schulden lopen op", Category: "debt"), new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var id = await Who(town, debt);

        await Looks(agent, "Meijer");
        Assert.Equal("Niemand gevonden", agent.Text(".loket-empty h2"));
        await agent.Open("/klanten/" + id);
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        await agent.Open("/intake?klant=" + id);
        Assert.DoesNotContain("Jánssen", agent.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        await Looks(agent, debt.Reference);
        Assert.Equal("Niemand gevonden", agent.Text(".loket-empty h2"));
        Assert.Equal(0, await Written(town, debt, "find") + await Written(town, debt, "customer-view"));

        Assert.Empty(host.Page.QuerySelectorAll("input[type='search']"));
        await host.Open("/zoeken");
        Assert.Equal(HttpStatusCode.Forbidden, host.Status);
        await host.Open("/klanten/" + id);
        Assert.Equal(HttpStatusCode.Forbidden, host.Status);
    }

    [Theory, BothDatabases]
    public async Task The_page_shows_all_of_somebody_and_a_next_contact_is_theirs(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        using var agent = await town.SignIn(Role.Agent);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        await town.RunJobs();
        await Looks(agent, "Meijer");
        await agent.Open(agent.Page.QuerySelector("#found tbody th a")!.GetAttribute("href")!);

        Assert.Equal("Jo van der Meijer-Jánssen", agent.Heading);
        Assert.Contains("jo@voorbeeld.example", agent.Text(".loket-summary, dl"), StringComparison.Ordinal);
        Assert.Contains("bankje kapot bij de speeltuin", agent.Text("#cases"), StringComparison.Ordinal);
        Assert.Contains("bankje kapot bij de speeltuin", agent.Text("#contacts"), StringComparison.Ordinal);
        Assert.Contains("Wij hebben uw", agent.Text("#messages"), StringComparison.Ordinal);
        Assert.Equal(1, await Written(town, receipt, "customer-view"));

        await agent.Open(agent.Page.QuerySelectorAll("a").Single(link => link.GetAttribute("href")?.Contains("klant=", StringComparison.Ordinal) == true).GetAttribute("href")!);
        Assert.Contains("Dit contact is van Jo van der Meijer-Jánssen", agent.Text("#similar"), StringComparison.Ordinal);
        Assert.Contains("bankje kapot", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.Subject", "Hoe laat gaat het loket open?"), ("Form.Answer", "Om negen uur."), ("ending", "answered"));
        Assert.Equal("Direct beantwoord", agent.Heading);
        await agent.Open("/klanten/" + await Who(town, receipt));
        Assert.Contains("Om negen uur.", agent.Text("#contacts"), StringComparison.Ordinal);
        Assert.Equal(2, agent.Page.QuerySelectorAll("#contacts > li").Length);
    }

    [Theory, BothDatabases]
    public async Task The_page_shows_who_is_called_back_at_whatever_number_and_how_that_ended_and_nothing_of_a_housemate(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var by = await town.Somebody(Role.Agent);
        using var agent = await town.SignIn(Role.Agent);
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        var ended = await Asks("Vraag over de kapvergunning", Jo, null);
        var double_ = await Asks("Vraag over het zwembad", new CustomerDetails("J. Meijer", "+31235551234"), null);
        var other = await Asks("Vraag over parkeren", Jo, "+31612345670", ended.Customer);
        await Asks("Vraag van de huisgenoot", new CustomerDetails("Kees Huisgenoot", Jo.Phone), null);
        var first = (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(ended.Matters[0].Reference, by, Cancel))).Value;
        Assert.True((await town.Use<EndCallback, Result<Done>>(end => end.Handle(new CallbackChange(RequestKey.None, first.Id, by), CallbackOutcome.NotNeeded, "Staat op de site.", Cancel))).Succeeded);
        Assert.True((await town.Use<MergeCustomers, Result<Done>>(merge => merge.Handle(new MergeCustomers.Request(RequestKey.None, double_.Customer!.Value, ended.Customer!.Value, by), Cancel))).Succeeded);

        await agent.Open("/klanten/" + ended.Customer!.Value.Value);

        var shown = agent.Page.QuerySelectorAll("#callbacks > li").Select(one => one.TextContent).ToList();
        Assert.Equal(3, shown.Count);
        Assert.Single(shown.Take(2), one => one.Contains("Vraag over het zwembad", StringComparison.Ordinal));
        Assert.Single(shown.Take(2), one => one.Contains(other.Matters[0].Reference, StringComparison.Ordinal));
        Assert.Contains("Vraag over de kapvergunning", shown[2], StringComparison.Ordinal);
        Assert.Contains("Op een andere manier opgelost, 3 maart 2026", shown[2], StringComparison.Ordinal);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(first.Id.Value, Audience.Audit, 100, null, Cancel));
        Assert.Single(lines, line => line.Happened is CallbacksLookedAt { Purpose: "customer-view" });
        Assert.DoesNotContain(lines, line => line.Happened is CallbacksLookedAt { Purpose: "intake" });

        async Task<ContactReceipt> Asks(string subject, CustomerDetails who, string? phone, CustomerId? known = null)
        {
            var asked = new NewCallback(null, window, phone);
            var made = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
                new(RequestKey.None, new NewContact(Channel.Phone, known, who, null, [new NewMatter(subject)]), [new MatterEnding.CallBack(asked)], by), Cancel));
            Assert.True(made.Succeeded, made.Failure?.Code);
            return made.Value;
        }
    }

    [Theory, BothDatabases]
    public async Task What_does_not_fit_on_the_page_is_counted_and_paged_through_within_the_same_rights(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        var by = await town.Somebody(Role.Agent);
        using var agent = await town.SignIn(Role.Agent);
        using var host = await town.SignIn(Role.CoHost);
        var window = (await town.Use<CallTimes, IReadOnlyList<CallWindow>>(times => times.Offer(1, Cancel)))[0];
        var first = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var (id, debtor) = (await Who(town, first), await town.Receives(Actor.System, new NewMatter("schulden lopen op", Category: "debt"), new MatterEnding.NewCase(), new CustomerDetails("Stil")));
        for (var number = 0; number < 22; number++) await Comes(by, new NewMatter("Vraag over het zwembad"), new MatterEnding.CallBack(new NewCallback(null, window)));
        for (var number = 0; number < 60; number++) await Comes(by, Bench, new MatterEnding.NewCase());
        await Comes(Actor.System, new NewMatter("schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        await town.RunJobs();

        await agent.Open("/klanten/" + id);
        var (cases, calls, told) = (Link("/alle"), Link("/alle/terugbellen"), Link("/alle/berichten"));
        Assert.Equal((50, 20, 30), (Shown("#cases tbody tr"), Shown("#callbacks > li"), Shown("#messages > li")));
        foreach (var said in (string[])["Hier staan er 50 van de 61.", "Hier staan er 20 van de 22.", "Hier staan er 30 van de "]) Assert.Contains(said, agent.Text("main"), StringComparison.Ordinal);

        await agent.Open(cases);
        Assert.Equal(("1 tot en met 50 van de 61", 50), (agent.Text("#which"), Shown("#cases tbody tr")));
        var references = References();
        await agent.Open(agent.Page.QuerySelector("main a[href*='pagina=2']")!.GetAttribute("href")!);
        Assert.Equal(("51 tot en met 61 van de 61", 11), (agent.Text("#which"), Shown("#cases tbody tr")));
        Assert.Equal(61, references.Concat(References()).Distinct().Count());
        Assert.Null(agent.Page.QuerySelector("main a[href*='pagina=3']"));
        Assert.DoesNotContain("schulden", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open(cases + "?pagina=900");
        Assert.Contains("Er zijn geen zaken", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open(calls);
        Assert.Equal(("1 tot en met 22 van de 22", 22), (agent.Text("#which"), Shown("#callbacks > li")));
        await agent.Open(told);
        Assert.Equal(50, Shown("#messages > li"));
        Assert.StartsWith("1 tot en met 50 van de ", agent.Text("#which"), StringComparison.Ordinal);
        // The page of the person, and each list once.
        Assert.Equal(4, await Written(town, first, "customer-view"));

        foreach (var (page, status) in ((string, HttpStatusCode)[])[($"/klanten/{id}/alle/iets", HttpStatusCode.NotFound), ($"/klanten/{await Who(town, debtor)}/alle", HttpStatusCode.NotFound)])
        {
            await agent.Open(page);
            Assert.Equal((page, status), (page, agent.Status));
        }

        await host.Open(cases);
        Assert.Equal(HttpStatusCode.Forbidden, host.Status);

        string Link(string end) => agent.Page.QuerySelector($"main a[href$='{end}']")!.GetAttribute("href")!;

        int Shown(string selector) => agent.Page.QuerySelectorAll(selector).Length;

        List<string> References() => [.. agent.Page.QuerySelectorAll("#cases .loket-reference").Select(one => one.TextContent)];

        async Task Comes(Actor taker, NewMatter matter, MatterEnding ending)
        {
            var made = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
                new(RequestKey.None, new NewContact(Channel.Phone, new CustomerId(id), new CustomerDetails(), null, [matter]), [ending], taker), Cancel));
            Assert.True(made.Succeeded, made.Failure?.Code);
        }
    }

    [Theory, BothDatabases]
    public async Task Who_stands_here_twice_is_shown_as_one_and_can_be_two_again(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        var by = await town.Somebody(Role.Agent);
        var first = await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var second = await town.Receives(by, new NewMatter("container zit vol", Category: "waste-container"), new MatterEnding.NewCase(), new CustomerDetails("J. Meijer", "+31612345678"), MessageChannel.Phone);
        var third = await town.Receives(by, new NewMatter("stoep ligt los", Category: "pavement"), new MatterEnding.NewCase(), new CustomerDetails("Meijer", "+31612345678"), MessageChannel.Phone);

        await Looks(agent, "06 12345678");
        Assert.Equal(3, agent.Page.QuerySelectorAll("#found tbody tr").Length);
        await agent.Open("/klanten/" + await Who(town, first));
        Assert.Equal(2, agent.Page.QuerySelectorAll("#doubles > li").Length);
        // The third into the second, and so with it into the first.
        await agent.Open("/klanten/" + await Who(town, second));
        await agent.Follow(Press(agent, await Who(town, third)));
        Assert.Contains("Samengevoegd", agent.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("stoep ligt los", agent.Text("#contacts"), StringComparison.Ordinal);
        await agent.Open("/klanten/" + await Who(town, first));
        await agent.Follow(Press(agent, await Who(town, second)));
        foreach (var subject in (string[])["bankje kapot", "container zit vol", "stoep ligt los"])
        {
            Assert.Contains(subject, agent.Text("#contacts"), StringComparison.Ordinal);
            Assert.Contains(subject, agent.Text("#cases"), StringComparison.Ordinal);
        }

        await Looks(agent, "06 12345678");
        Assert.Equal("Jo van der Meijer-Jánssen", Assert.Single(agent.Page.QuerySelectorAll("#found tbody th")).TextContent.Trim());
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Vraag over het zwembad"), ("Form.Phone", "06 12345678")));
        var known = Assert.Single(agent.Page.QuerySelectorAll("[name='Form.Customer']:not([value=''])")).GetAttribute("value")!;
        Assert.Equal(await Who(town, first), Guid.Parse(known));
        await agent.Follow(agent.Sent("Find", ("Form.Customer", known), ("Form.Subject", "Vraag over het zwembad")));
        Assert.Contains("stoep ligt los", agent.Text("#similar"), StringComparison.Ordinal);

        // The page of who was merged shows who they are; two again, each has its own, and the third stays with the second.
        await agent.Open("/klanten/" + await Who(town, second));
        Assert.Equal("Jo van der Meijer-Jánssen", agent.Heading);
        await agent.Follow(Press(agent, await Who(town, second)));
        await agent.Open("/klanten/" + await Who(town, first));
        Assert.DoesNotContain("container zit vol", agent.Text("#contacts"), StringComparison.Ordinal);
        Assert.DoesNotContain("stoep ligt los", agent.Text("#contacts"), StringComparison.Ordinal);
        await agent.Open("/klanten/" + await Who(town, third));
        Assert.Equal("J. Meijer", agent.Heading);
        Assert.Contains("stoep ligt los", agent.Text("#contacts"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Two_are_merged_once_never_in_a_circle_and_never_by_who_may_not_know_them(Database database)
    {
        await using var town = await Town.On(database);
        var by = await town.Somebody(Role.Agent);
        var (first, second) = (await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email), await town.Receives(by, Bench, new MatterEnding.NewCase(), Jo, MessageChannel.Email));
        var secret = await town.Receives(Actor.System, new NewMatter("schulden lopen op", Category: "debt"), new MatterEnding.NewCase(), Jo, MessageChannel.Email);
        var (one, two, hidden) = (await Who(town, first), await Who(town, second), await Who(town, secret));

        Assert.Equal(ContactFailures.NotFound, await Merge(hidden, one));
        Assert.Equal(ContactFailures.NotFound, await Merge(one, hidden));
        Assert.Equal(ContactFailures.MergedAlready, await Merge(one, one));
        Assert.Equal(ContactFailures.NotMerged, await Merge(one, null));
        var both = await Task.WhenAll(Merge(one, two), Merge(two, one));
        Assert.Single(both, failure => failure is null);
        Assert.Single(both, failure => failure == ContactFailures.MergedAlready);

        async Task<Failure?> Merge(Guid twin, Guid? into) => (await town.Use<MergeCustomers, Result<Done>>(merge => merge.Handle(
            new MergeCustomers.Request(RequestKey.None, new CustomerId(twin), into is { } id ? new CustomerId(id) : null, by), Cancel))).Failure;
    }

    // The button beside somebody, pressed as a browser would.
    private static HttpRequestMessage Press(Visitor visitor, Guid other)
    {
        var form = visitor.Page.QuerySelectorAll("#doubles form").Single(form => form.QuerySelector("[name='other']")!.GetAttribute("value") == other.ToString());
        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(form.QuerySelectorAll("input[name]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))),
        };
    }

    private static async Task Looks(Visitor visitor, string typed)
    {
        await visitor.Open("/zoeken");
        await visitor.Send(("Form.Sought", typed));
    }

    private static async Task<Guid> Who(Town town, MatterReceipt receipt) => (await town.Sees(Actor.System, receipt.Reference)).Participants[0].Customer!.Value.Value;

    private static async Task<int> Written(Town town, MatterReceipt receipt, string purpose)
    {
        var id = await Who(town, receipt);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(reader => reader.Timeline(id, Audience.Audit, 100, null, Cancel));
        return lines.Count(line => line.Happened is CustomerLookedAt looked && looked.Purpose == purpose);
    }
}

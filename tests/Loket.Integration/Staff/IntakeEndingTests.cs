using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>How a contact ends, and how that is taken back, at a browser without script.</summary>
public sealed class IntakeEndingTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_belongs_elsewhere_is_forwarded_can_be_undone_and_become_a_case(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Gat in de provinciale weg"), ("Form.Body", "province"), ("ending", "forward"));
        Assert.Equal("Dit is doorgestuurd", agent.Heading);
        Assert.Contains("wij sturen dit door naar Provinciale wegbeheerder.", agent.Text(".loket-confirmation"), StringComparison.Ordinal);

        await agent.Follow(agent.Pressed("Undo"));
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
        await agent.Send(("Form.Answer", "Dat doet de provincie."), ("ending", "answered"));
        Assert.Contains("U hebt geantwoord: Dat doet de provincie.", agent.Text(".loket-confirmation"), StringComparison.Ordinal);
        await agent.Follow(agent.Pressed("Undo"));
        await agent.Send(("Form.Case", ""), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);

        await agent.Follow(agent.Pressed("Undo"));
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task Danger_that_was_ticked_is_ticked_still_when_the_ending_is_taken_back(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Bankje bij de speeltuin"), ("ending", "new"));
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        var other = agent.Address.Split('/')[^1];
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Stoeptegel los"), ("Form.Danger", "true"), ("ending", "new"));
        var reference = agent.Text(".loket-confirmation .loket-reference");
        Assert.True(await IsDangerous(reference));

        // Of a case of its own, and of one where another stands too.
        await UndoesAndSees(ticked: true);
        await agent.Send(("Form.Case", other), ("ending", "join"));
        Assert.True(await IsDangerous(other));
        await UndoesAndSees(ticked: true);
        await agent.Send(("Form.Case", ""), ("ending", "new"));
        Assert.True(await IsDangerous(reference));

        // A second look: it can wait after all. And who said nothing of danger takes none along from a case that has it.
        await UndoesAndSees(ticked: true);
        await agent.Send(("Form.Case", ""), ("Form.Danger", "false"), ("ending", "new"));
        Assert.False(await IsDangerous(reference));
        await UndoesAndSees(ticked: false);
        await agent.Send(("Form.Case", other), ("ending", "join"));
        await UndoesAndSees(ticked: false);

        async Task UndoesAndSees(bool ticked)
        {
            await agent.Follow(agent.Pressed("Undo"));
            Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
            Assert.Equal(ticked, agent.Page.QuerySelector<IHtmlInputElement>("[name='Form.Danger']")!.IsChecked);
        }

        async Task<bool> IsDangerous(string which) => (await town.Sees(Actor.System, which)).Danger;
    }

    [Theory, BothDatabases]
    public async Task What_is_dangerous_is_not_answered_or_sent_on_without_a_case(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        foreach (var page in (string[])["new contact", "open again"])
        {
            foreach (var ending in (string[])["answered", "forward"])
            {
                IEnumerable<(string, string)> subject = page == "new contact" ? [("Form.Subject", "Kabel ligt bloot")] : [];
                await agent.Send([.. subject, ("Form.Danger", "true"), ("Form.Answer", "Blijf uit de buurt."), ("Form.Body", "province"), ("ending", ending)]);
                Assert.Equal((page, HttpStatusCode.UnprocessableEntity), (page, agent.Status));
                Assert.Contains("Bij gevaar hoort een zaak", Assert.Single(agent.Errors), StringComparison.Ordinal);
                Assert.Equal("Blijf uit de buurt.", agent.Value("Form.Answer"));
            }

            await agent.Send(("ending", "new"));
            Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
            Assert.True((await town.Sees(Actor.System, agent.Text(".loket-confirmation .loket-reference"))).Danger);
            await agent.Follow(agent.Pressed("Undo"));
        }

        using var program = await town.Program(Right.RegisterContacts);
        using var refused = await program.Post("contacts", """{"channel":"phone","matters":[{"subject":"Kabel ligt bloot","ending":{"kind":"answered","answer":"Blijf weg.","danger":true}}]}""");
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("intake.danger-needs-case", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_contact_without_an_ending_stands_on_a_list_until_it_has_one(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        await agent.Follow(agent.Pressed("Undo"));

        using var colleague = await town.SignIn(Role.Handler);
        await colleague.Open("/werk");
        Assert.Contains("1 contact is nog niet afgehandeld", colleague.Text("main"), StringComparison.Ordinal);
        await colleague.Open("/intake/open");
        Assert.Contains("Stoeptegel los", colleague.Text("#open"), StringComparison.Ordinal);
        await colleague.Open(colleague.Page.QuerySelector("#open a")!.GetAttribute("href")!);
        await colleague.Send(("Form.Case", ""), ("ending", "new"));

        await agent.Open("/intake/open");
        Assert.Equal("Nog af te handelen", agent.Heading);
        Assert.Contains("Alles is afgehandeld", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open("/werk");
        Assert.DoesNotContain("nog niet afgehandeld", agent.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_debt_without_an_ending_is_on_the_list_of_who_took_it_and_of_nobody_else_outside_the_group(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        using var colleague = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Schulden lopen op"), ("Form.Category", "debt"), ("ending", "new"));
        await agent.Follow(agent.Pressed("Undo"));

        await agent.Open("/intake/open");
        Assert.Contains("Schulden lopen op", agent.Text("main"), StringComparison.Ordinal);
        Assert.Contains(";Schulden lopen op;", await agent.Client.GetStringAsync(new Uri("/intake/open?handler=Csv", UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("Schulden", await colleague.Client.GetStringAsync(new Uri("/intake/open?handler=Csv", UriKind.Relative), Cancel), StringComparison.Ordinal);
        await colleague.Open("/intake/open");
        Assert.DoesNotContain("Schulden", colleague.Text("main"), StringComparison.Ordinal);
        await colleague.Open("/werk");
        Assert.DoesNotContain("nog niet afgehandeld", colleague.Text("main"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_proves_a_formal_paper_after_all_ends_as_one(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Mijn fiets is stuk"), ("Form.Answer", "Wij kijken ernaar"), ("ending", "answered"));
        await agent.Follow(agent.Pressed("Undo"));
        await agent.Send(("Form.Paper", "DamageClaim"), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);

        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        Assert.Contains("Deze zaak is een formeel stuk: Schadeclaim", (await Handler(town, agent)).Text("main"), StringComparison.Ordinal);

        static async Task<Visitor> Handler(Town town, Visitor agent)
        {
            var handler = await town.SignIn(Role.Handler);
            await handler.Open(agent.Address);
            return handler;
        }
    }
}

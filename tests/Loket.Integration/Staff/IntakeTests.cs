using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
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
        Assert.Contains("2", agent.Text("main"), StringComparison.Ordinal);
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

        await agent.Send(("Form.Subject", "Vraag over het loket"), ("Form.Phone", ""), ("ending", "new"));
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
    public async Task What_belongs_elsewhere_is_forwarded_can_be_undone_and_become_a_case(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Gat in de provinciale weg"), ("Form.Body", "Provincie Noord-Holland"), ("ending", "forward"));
        Assert.Equal("Dit is doorgestuurd", agent.Heading);

        await agent.Follow(agent.Pressed("Undo"));
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
        await agent.Send(("Form.Case", ""), ("ending", "new"));
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);

        await agent.Follow(agent.Pressed("Undo"));
        Assert.Equal("Dit contact is nog niet afgehandeld", agent.Heading);
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
    }
}

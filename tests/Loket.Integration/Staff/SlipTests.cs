using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>The slip that a resident takes home (row A11).</summary>
public sealed class SlipTests
{
    [Theory, BothDatabases]
    public async Task The_slip_has_a_pin_that_opens_the_follow_page_and_is_shown_once(Database database)
    {
        await using var town = await Town.On(database);
        using var host = await town.SignIn(Role.CoHost);
        await host.Open("/intake");
        await host.Send(("Form.Subject", "Lamp 118-042 brandt niet"), ("Form.Asset", "118-042"), ("Form.Category", "street-light"), ("ending", "new"));
        await host.Press("Print briefjeAlt+P");
        var (reference, pin) = (host.Text("#reference"), host.Text("#pin"));
        Assert.Matches(@"^\d{3}\s\d{3}$", pin);
        Assert.Contains("U hoort uiterlijk", host.Text("main"), StringComparison.Ordinal);

        await host.Open("/intake/klaar/" + reference + "/bon");
        Assert.Equal((reference, ""), (host.Text("#reference"), host.Text("#pin")));

        using var resident = new Visitor(town.Client());
        await resident.Open("/volgen");
        await resident.Send(("Form.Reference", reference), ("way", "pin"));
        await resident.Send(("Form.Code", pin));
        Assert.Equal("/volgen/zaak", resident.Address);
    }

    [Theory, BothDatabases]
    public async Task Who_speaks_English_gets_an_English_slip_and_the_agent_stays_in_Dutch(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Street light is broken"), ("Form.Category", "street-light"), ("Form.Language", "en"), ("ending", "new"));
        await agent.Press("Print briefjeAlt+P");
        Assert.Equal("Your reference", agent.Heading);
        Assert.NotEqual("", agent.Text("#pin"));

        await agent.Open(agent.Page.QuerySelector(".loket-print__bar a")!.GetAttribute("href")!);
        Assert.Equal("Een nieuwe zaak is gemaakt", agent.Heading);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_followed_has_a_slip_without_a_pin(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Ik maak bezwaar"), ("Form.Paper", "Objection"), ("ending", "new"));
        await agent.Press("Print briefjeAlt+P");

        Assert.Equal("Uw kenmerk", agent.Heading);
        Assert.Equal("", agent.Text("#pin"));
        Assert.Contains("noem uw kenmerk", agent.Text("main"), StringComparison.Ordinal);
    }
}

using System.Net;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>What waits for somebody to call, post, tell or mend (row A8).</summary>
public sealed class MessagePagesTests
{
    [Theory, BothDatabases]
    public async Task A_call_is_made_and_after_three_in_vain_the_number_is_mended(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await Asks(agent, town, ("Form.Phone", "023 5550123"), ("Form.ReplyBy", "Phone"));

        await agent.Open("/berichten");
        Assert.Equal("/berichten/bellen", agent.Address);
        Assert.Contains("Jo Bakker", agent.Text("#messages"), StringComparison.Ordinal);
        Assert.Contains("023\u00A0555\u00A00123", agent.Text("#messages"), StringComparison.Ordinal);

        for (var call = 1; call <= 3; call++)
        {
            await agent.Open("/berichten/bellen");
            await agent.Send(("outcome", "NotReached"));
            Assert.Contains("Genoteerd: niet bereikt", agent.Text("main"), StringComparison.Ordinal);
        }

        await agent.Open("/berichten/niet-aangekomen");
        Assert.Contains("Wij hebben een paar keer gebeld", agent.Text("#messages"), StringComparison.Ordinal);
        await agent.Send(("Address", "onbekend"));
        Assert.Contains("Controleer het adres of nummer", agent.Errors[0], StringComparison.Ordinal);
        Assert.Equal("onbekend", agent.Value("Address"));
        await agent.Send(("Address", "+31235550199"));
        Assert.Contains("gaat opnieuw de deur uit", agent.Text("main"), StringComparison.Ordinal);

        await agent.Open("/berichten/bellen");
        Assert.Contains("023\u00A0555\u00A00199", agent.Text("#messages"), StringComparison.Ordinal);
        await agent.Send(("outcome", "Told"));
        Assert.Equal("Niemand hoeft gebeld te worden", agent.Text(".loket-empty h2"));
    }

    [Theory, BothDatabases]
    public async Task Letters_are_printed_with_their_address_and_marked_as_posted(Database database)
    {
        await using var town = await Town.On(database);
        using var host = await town.SignIn(Role.DeskHost);
        await Asks(host, town, ("Form.Address", "Dorpsstraat 1\n1431 AA Aalsmeer"), ("Form.ReplyBy", "Letter"));

        await host.Open("/berichten/brieven");
        Assert.Contains("Jo Bakker", host.Text("#messages"), StringComparison.Ordinal);
        await host.Open("/berichten/brieven/print");
        Assert.Contains("Jo Bakker\nDorpsstraat 1\n1431 AA Aalsmeer", host.Text(".loket-letter__address").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("De brug piept vreselijk", host.Text(".loket-letter"), StringComparison.Ordinal);

        await host.Press("Deze 1 brief is gepostF9");
        Assert.Equal("Er zijn geen brieven te printen", host.Text(".loket-empty h2"));

        // It comes back: whoever posted it notes that, and it stands with those who mend.
        await host.Open("/berichten/de-deur-uit");
        Assert.Contains("Jo Bakker", host.Text("#messages"), StringComparison.Ordinal);
        await host.Send(("Said", "Onbestelbaar, woont hier niet"));
        Assert.Contains("Genoteerd: het bericht kwam terug", host.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Er ging nog niets de deur uit", host.Text(".loket-empty h2"));
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/berichten/niet-aangekomen");
        Assert.Contains("Het bericht is teruggekomen", agent.Text("#messages"), StringComparison.Ordinal);
        Assert.Contains("Jo Bakker", agent.Text("#messages"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_ready_at_the_desk_is_told_there(Database database)
    {
        await using var town = await Town.On(database);
        using var host = await town.SignIn(Role.DeskHost);
        await Asks(host, town, ("Form.ReplyBy", "Desk"));

        await host.Open("/berichten/balie");
        Assert.Contains("Jo Bakker", host.Text("#messages"), StringComparison.Ordinal);
        await host.Follow(host.Pressed("Told"));
        Assert.Contains("Het is verteld aan de balie", host.Text("main"), StringComparison.Ordinal);
        Assert.Equal("Er ligt niets klaar aan de balie", host.Text(".loket-empty h2"));
    }

    [Theory, BothDatabases]
    public async Task Outgoing_post_is_shown_in_a_demo_and_nowhere_else(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await Asks(agent, town, ("Form.Email", "jo@voorbeeld.example"), ("Form.ReplyBy", "Email"));
        await agent.Open("/berichten/uitgaand");
        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);

        await town.Use<TenantMessaging, bool>(messaging =>
        {
            messaging.ShowOutbox(town.Tenant);
            return Task.FromResult(true);
        });
        await agent.Open("/berichten/uitgaand");
        Assert.Contains("jo@voorbeeld.example", agent.Text("#messages"), StringComparison.Ordinal);
        Assert.NotNull(agent.Page.QuerySelector("#messages details strong"));
    }

    [Theory, BothDatabases]
    public async Task Who_runs_the_installation_sees_that_it_failed_and_not_for_whom(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await Asks(agent, town, ("Form.Phone", "023 5550123"), ("Form.ReplyBy", "Phone"));
        await agent.Open("/berichten/bellen");
        await agent.Send(("outcome", "WrongNumber"));

        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/berichten");
        Assert.Equal("/berichten/niet-aangekomen", administrator.Address);
        Assert.Contains("Wij hebben een paar keer gebeld", administrator.Text("#messages"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Bakker", administrator.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        await administrator.Open("/berichten/bellen");
        Assert.Equal(HttpStatusCode.Forbidden, administrator.Status);
    }

    private static async Task Asks(Visitor by, Town town, params (string Name, string Value)[] who)
    {
        await by.Open("/intake");
        await by.Send([("Form.Subject", "De brug piept vreselijk"), ("Form.Name", "Jo Bakker"), .. who, ("ending", "new")]);
        Assert.Equal("Een nieuwe zaak is gemaakt", by.Heading);
        await town.RunJobs();
    }
}

using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

public sealed class HomeTests
{
    private static readonly Dictionary<Role, (string Home, string[] Entries)> Places = new()
    {
        [Role.Agent] = ("/werk", ["Nieuw contact", "Werk", "Terugbellen", "Berichten"]),
        [Role.DeskHost] = ("/werk", ["Nieuw contact", "Werk", "Terugbellen", "Berichten"]),
        [Role.Handler] = ("/werk", ["Nieuw contact", "Werk", "Terugbellen", "Berichten"]),
        [Role.TeamLead] = ("/werk", ["Nieuw contact", "Werk", "Terugbellen", "Berichten", "Beheer"]),
        [Role.AreaManager] = ("/werk", ["Werk", "Terugbellen", "Beheer"]),
        [Role.RecordsManager] = ("/werk", ["Werk", "Beheer"]),
        [Role.CoHost] = ("/intake", ["Nieuw contact"]),
        [Role.FunctionalAdministrator] = ("/werk", ["Werk", "Beheer"]),
        [Role.SystemAdministrator] = ("/berichten/niet-aangekomen", ["Berichten", "Beheer"]),
        [Role.Councillor] = ("/terugbellen/cijfers", ["Terugbellen"]),
        [Role.Alderman] = ("/terugbellen/cijfers", ["Terugbellen"]),
        [Role.Manager] = ("/terugbellen/cijfers", ["Terugbellen"]),
        [Role.Editor] = ("/me", []),
        [Role.PrivacyOfficer] = ("/gebeurtenissen", ["Gebeurtenissen", "Inzage", "Privacyverzoeken"]),
        [Role.Auditor] = ("/gebeurtenissen", ["Gebeurtenissen", "Inzage"]),
        [Role.NumberUser] = ("/me", []),
        [Role.PrivacyHandler] = ("/inzageverzoek", ["Privacyverzoeken"]),
    };

    [Theory, BothDatabases]
    public async Task Everybody_begins_at_their_work_and_finds_what_they_may_use_and_nothing_else(Database database)
    {
        await using var town = await Town.On(database);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await town.SignIn(role);
            Assert.Equal((role, Places[role].Home), (role, person.Address));
            var entries = person.Page.QuerySelectorAll(".loket-side a");
            Assert.Equal(Places[role].Entries, entries.Select(entry => entry.TextContent.Trim()));
            foreach (var entry in entries)
            {
                await person.Open(entry.GetAttribute("href")!);
                Assert.Equal((role, HttpStatusCode.OK), (role, person.Status));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Who_wanted_to_go_somewhere_gets_there_after_signing_in_and_is_gone_after_signing_out(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn("fatima", ["post"], Role.Agent);
        await agent.Open("/werk/verdelen");
        Assert.Equal("Werk", agent.Heading);

        await agent.Follow(new HttpRequestMessage(HttpMethod.Get, "/sign-out"));
        await agent.Press("Log uit op dit apparaat");
        await agent.Open("/werk/verdelen");
        Assert.Equal("/sign-in?back=%2Fwerk%2Fverdelen", agent.Address);

        await agent.Send(("Form.SignInName", "fatima"), ("Form.Password", TownSignIn.Password));
        await agent.Send(("Form.Code", TownSignIn.Code(1)));
        Assert.Equal("/werk/verdelen", agent.Address);
    }
}

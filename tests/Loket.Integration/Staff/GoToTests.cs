using System.Net;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Going to anything by its number or name, within one's rights; and shortcuts that can be switched off.</summary>
public sealed class GoToTests
{
    private static readonly CustomerDetails Jo = new("Jo van der Meijer", "+31612345678", Address: "Dorpsstraat 12\n2131 AA Hoofddorp");

    [Theory, BothDatabases]
    public async Task A_reference_goes_there_at_once_and_shows_nothing_of_it_before(Database database)
    {
        await using var town = await Town.On(database);
        var taken = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("losse tegel", Category: "pavement"), new MatterEnding.NewCase(), Jo);
        using var handler = await town.SignIn(Role.Handler);

        await Goes(handler, taken.CaseReference!.ToLowerInvariant());
        Assert.Equal((HttpStatusCode.OK, "losse tegel"), (handler.Status, handler.Heading));

        await Suggests(handler, taken.Reference);
        Assert.Equal(["Open dit kenmerk"], Kinds(handler));
        Assert.DoesNotContain("losse tegel", handler.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_a_reader_may_not_know_of_is_not_there(Database database)
    {
        await using var town = await Town.On(database);
        var debt = await town.Debt();
        using var agent = await town.SignIn(Role.Agent);
        await Suggests(agent, "Jo Bakker");
        Assert.DoesNotContain(Kinds(agent), kind => kind.StartsWith("Inwoner", StringComparison.Ordinal));
        foreach (var sought in (string[])[debt.CaseReference!, debt.Reference])
        {
            await Goes(agent, sought);
            Assert.StartsWith("/ga-naar?s=", agent.Address, StringComparison.Ordinal);
            Assert.Contains("Niets gevonden", agent.Text("main"), StringComparison.Ordinal);
            await Suggests(agent, sought);
            Assert.Empty(Kinds(agent));
        }
    }

    [Theory, BothDatabases]
    public async Task Pages_come_by_their_words_colleagues_and_teams_by_name_and_people_last(Database database)
    {
        await using var town = await Town.On(database);
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("losse tegel", Category: "pavement"), new MatterEnding.NewCase(), Jo);
        using var handler = await town.SignIn("meijers", ["meijerploeg"], Role.Handler);

        await Goes(handler, "terug");
        Assert.Equal("Terugbellen", handler.Text("[data-found] li a"));
        await handler.Open(handler.Page.QuerySelector("[data-found] li a")!.GetAttribute("href")!);
        Assert.StartsWith("/terugbellen", handler.Address, StringComparison.Ordinal);

        await Goes(handler, "meijer");
        Assert.Equal("meijer", handler.Value("Go.Sought"));
        Assert.Equal("Inwoner of bedrijf · Dorpsstraat 12, 2131 AA Hoofddorp", Kinds(handler)[^1]);
        Assert.Contains("Werk van deze collega", Kinds(handler));
        Assert.Contains("Team", Kinds(handler));
        await handler.Open(handler.Page.QuerySelectorAll("[data-found] li a")[^1].GetAttribute("href")!);
        Assert.Equal("Jo van der Meijer", handler.Heading);
    }

    [Theory, BothDatabases]
    public async Task Each_role_is_led_only_where_it_may_come_and_who_sees_no_people_finds_none(Database database)
    {
        await using var town = await Town.On(database);
        await town.Receives(await town.Somebody(Role.Agent), new NewMatter("losse tegel", Category: "pavement"), new MatterEnding.NewCase(), Jo);
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await town.SignIn(role);
            await person.Open("/ga-naar");
            foreach (var link in person.Page.QuerySelectorAll("[data-found] li a").Select(one => one.GetAttribute("href")!).ToList())
            {
                await person.Open(link);
                Assert.Equal((role, link, HttpStatusCode.OK), (role, link, person.Status));
            }

            await Goes(person, "meijer");
            var sees = RoleRights.Of(role).IsSupersetOf([Right.SeePersonalData, Right.RegisterContacts]);
            Assert.Equal((role, sees), (role, Kinds(person).Exists(kind => kind.StartsWith("Inwoner of bedrijf", StringComparison.Ordinal))));
        }
    }

    [Theory, BothDatabases]
    public async Task Single_keys_are_shown_where_they_work_and_gone_for_who_switches_them_off(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/sneltoetsen");
        Assert.Contains("Nieuw contact", agent.Text("#keys-Everywhere"), StringComparison.Ordinal);
        Assert.Equal("n", agent.Page.QuerySelector(".loket-side a[href='/intake']")!.GetAttribute("data-shortcut"));

        await agent.Open("/me");
        Assert.True(((AngleSharp.Html.Dom.IHtmlInputElement)agent.Page.QuerySelector("[name='KeysForm.Wants']")!).IsChecked);
        await agent.Follow(agent.Pressed("Keys"));
        Assert.Equal("Uw keuze voor sneltoetsen is opgeslagen.", agent.Text("main .loket-alert__heading"));

        await agent.Send(("KeysForm.Wants", "false"));
        Assert.Empty(agent.Page.QuerySelectorAll("[data-shortcut]:not([data-shortcut=''])"));
        Assert.NotNull(agent.Page.QuerySelector("[data-key='Control+K']"));
        await agent.Open("/sneltoetsen");
        Assert.DoesNotContain("Nieuw contact", agent.Text("#keys-Everywhere"), StringComparison.Ordinal);
        Assert.Contains("Ctrl+K", agent.Text("#keys-Everywhere"), StringComparison.Ordinal);
    }

    private static async Task Goes(Visitor visitor, string text)
    {
        await visitor.Open("/ga-naar");
        await visitor.Send(("Go.Sought", text));
    }

    private static async Task Suggests(Visitor visitor, string text)
    {
        await visitor.Open("/ga-naar");
        var request = visitor.Filled(("Go.Sought", text));
        request.RequestUri = new Uri("/ga-naar?handler=Suggest", UriKind.Relative);
        await visitor.Follow(request);
    }

    private static List<string> Kinds(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("li > a + .loket-soft").Select(kind => kind.TextContent)];
}

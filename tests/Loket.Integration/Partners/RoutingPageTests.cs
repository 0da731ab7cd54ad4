using System.Net;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Partners;

public sealed class RoutingPageTests
{
    [Theory, BothDatabases]
    public async Task A_new_rule_is_tried_last_and_can_be_moved_up_and_switched_off(Database database)
    {
        await using var town = await Town.On(database);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await admin.Open("/beheer/routering/nieuw");
        var team = admin.Page.QuerySelector("option[value^='team:']")!.GetAttribute("value")!;
        await admin.Send(("Form.Danger", "yes"), ("Form.Target", team));
        Assert.Empty(admin.Errors);
        Assert.Equal("gevaar", admin.Page.QuerySelector("#rules tbody tr:last-child th")!.TextContent.Trim());

        var rows = admin.Page.QuerySelectorAll("#rules tbody tr").Length;
        await admin.Follow(Press(admin, "#rules tbody tr:last-child form"));
        Assert.Equal("gevaar", admin.Page.QuerySelector($"#rules tbody tr:nth-child({rows - 1}) th")!.TextContent.Trim());

        await admin.Follow(Press(admin, $"#rules tbody tr:nth-child({rows - 1}) form:last-child"));
        Assert.Contains("Uit", admin.Page.QuerySelector($"#rules tbody tr:nth-child({rows - 1})")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_change_one_rule_the_second_sees_both_versions(Database database)
    {
        await using var town = await Town.On(database);
        using var first = await town.SignIn(Role.FunctionalAdministrator);
        using var second = await town.SignIn(Role.FunctionalAdministrator);
        await first.Open("/beheer/routering");
        var rule = first.Page.QuerySelector("#rules tbody th a")!.GetAttribute("href")!;
        await first.Open(rule);
        await second.Open(rule);

        await first.Send(("Form.Time", "OutsideWorkingTime"));
        await second.Send(("Form.Time", "WorkingTime"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("buiten werktijd", second.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Equal("WorkingTime", second.Value("Form.Time"));
        await second.Send(("Form.Time", "WorkingTime"));
        Assert.Equal("/beheer/routering", second.Address);
    }

    [Theory, BothDatabases]
    public async Task Trying_a_case_says_where_it_goes_and_why(Database database)
    {
        await using var town = await Town.On(database);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);

        await admin.Open("/beheer/routering?Subject=street-light&Area=nieuwemeer&Owner=municipality&Danger=no&Time=WorkingTime");

        Assert.Contains("Gaat naar", admin.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.StartsWith("Past:", admin.Text("#tried li:last-child"), StringComparison.Ordinal);
        Assert.Contains("Past niet", admin.Text("#tried li:first-child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_types_are_shown_to_who_sets_up_and_to_nobody_else()
    {
        await using var town = await Town.On(Database.Sqlite);
        using var admin = await town.SignIn(Role.FunctionalAdministrator);
        using var agent = await town.SignIn(Role.Agent);

        await admin.Open("/beheer/zaaktypen");
        await agent.Open("/beheer/zaaktypen");

        Assert.True(admin.Page.QuerySelectorAll("#types tbody tr").Length > 5);
        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
        await agent.Open("/beheer/routering");
        Assert.Equal(HttpStatusCode.Forbidden, agent.Status);
    }

    // A button in a row of the table, pressed as a browser would.
    private static HttpRequestMessage Press(Visitor visitor, string form)
    {
        var pressed = visitor.Page.QuerySelector(form)!;
        return new HttpRequestMessage(HttpMethod.Post, pressed.GetAttribute("action"))
        {
            Content = new FormUrlEncodedContent(pressed.QuerySelectorAll("input[name]").Select(input =>
                KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))),
        };
    }
}

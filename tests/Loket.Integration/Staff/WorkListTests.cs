using System.Net;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>The lists of work, as somebody at a browser without script goes through them.</summary>
public sealed class WorkListTests
{
    private const string Subject = "Stoeptegel los bij het plein";

    [Theory, BothDatabases]
    public async Task What_is_the_teams_what_is_ones_own_and_what_is_late_stand_each_on_their_list_and_on_nobody_elses(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var known = await town.Receives(await town.Somebody(Role.Agent), new NewMatter(Subject, Category: "pavement", Place: Calls.Lamp), new MatterEnding.NewCase());
        using var handler = await town.SignIn("lies", ["herstelploeg"], Role.Handler);
        using var colleague = await town.SignIn("koos", ["herstelploeg"], Role.Handler);
        using var other = await town.SignIn("els", ["andere-ploeg"], Role.Handler);
        await handler.Open("/zaken/" + known.CaseReference);
        var team = handler.Page.QuerySelectorAll("[name='Assign.Team'] option").First(option => option.TextContent.Trim() == "herstelploeg").GetAttribute("value")!;
        await handler.Send(("Assign.Team", team));
        Assert.Contains("De zaak is toegewezen", handler.Text("main"), StringComparison.Ordinal);

        await Lists(handler, "/werk", own: false, team: true, late: false);
        await Lists(other, "/werk", own: false, team: false, late: false);
        await handler.Open("/werk/team");
        await handler.Follow(handler.Pressed("Take"));
        Assert.Contains("U hebt dit opgepakt: " + Subject, handler.Text("main"), StringComparison.Ordinal);
        await Lists(handler, "/werk", own: true, team: true, late: false);
        await Lists(colleague, "/werk", own: false, team: true, late: false);

        town.Tenant.Clock.Advance(Duration.FromDays(60));
        await Lists(handler, "/werk", own: true, team: true, late: true);
        await Lists(colleague, "/werk", own: false, team: true, late: true);
        await Lists(other, "/werk", own: false, team: false, late: false);
        Assert.Contains("te laat", await Row(handler, "/werk/te-laat"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_long_list_comes_a_page_at_a_time_each_case_once_and_one_can_go_back(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        for (var number = 0; number < 55; number++) await town.Receives(agent, new NewMatter($"bankje {number} kapot"), new MatterEnding.NewCase());
        using var handler = await town.SignIn(Role.Handler);

        await handler.Open("/werk/alles");
        var pages = new List<string[]> { References(handler) };
        while (handler.Page.QuerySelector("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            Assert.Contains("na=", next, StringComparison.Ordinal);
            await handler.Open(next);
            pages.Add(References(handler));
        }

        Assert.Equal([25, 25, 5], pages.Select(page => page.Length));
        Assert.Equal(55, pages.SelectMany(page => page).Distinct().Count());
        foreach (var earlier in pages[..^1].AsEnumerable().Reverse())
        {
            var previous = handler.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!;
            Assert.Contains("voor=", previous, StringComparison.Ordinal);
            await handler.Open(previous);
            Assert.Equal(earlier, References(handler));
        }

        Assert.Null(handler.Page.QuerySelector("a[rel=prev]"));
        await handler.Open("/werk/alles?na=onzin");
        Assert.Equal((HttpStatusCode.OK, 25), (handler.Status, References(handler).Length));
    }

    private static string[] References(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("#work tbody .loket-reference").Select(reference => reference.TextContent)];

    private static async Task Lists(Visitor visitor, string root, bool own, bool team, bool late)
    {
        var shown = new List<bool>();
        foreach (var list in (string[])["", "/team", "/te-laat"]) shown.Add((await Row(visitor, root + list)).Contains(Subject, StringComparison.Ordinal));
        Assert.Equal([own, team, late], shown);
    }

    private static async Task<string> Row(Visitor visitor, string list)
    {
        await visitor.Open(list);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return visitor.Text("#work tbody");
    }
}

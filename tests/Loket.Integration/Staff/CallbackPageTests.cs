using System.Net;
using Loket.Integration.Cases;
using Loket.Organisation.Rights;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Calling back, as an agent at a browser without script does it.</summary>
public sealed class CallbackPageTests
{
    [Theory, BothDatabases]
    public async Task An_agent_promises_it_in_the_same_screen_and_says_when_and_who(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("ending", "callback"));
        Assert.Contains("Vul een telefoonnummer in", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.NotNull(agent.Page.QuerySelector("[name='Form.Phone'][aria-invalid='true']"));

        await agent.Send(("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "callback"));
        Assert.Equal("Het terugbelverzoek is gemaakt", agent.Heading);
        Assert.Matches(@"Zeg: wij bellen u vandaag \d\d:\d\d–\d\d:\d\d\.", agent.Text(".loket-confirmation"));
        var reference = agent.Text(".loket-confirmation .loket-reference");

        await agent.Open("/terugbellen/alles");
        Assert.Contains("Jo Bakker", agent.Text("#callbacks"), StringComparison.Ordinal);
        Assert.Contains("06 12345678", agent.Text("#callbacks").Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains(reference, agent.Text("#callbacks"), StringComparison.Ordinal);

        // The same number again: seen beside the form, and raised.
        await agent.Open("/intake");
        await agent.Follow(agent.Sent("Find", ("Form.Subject", "Belt weer"), ("Form.Phone", "06 12345678")));
        Assert.Contains("Dit nummer wordt al teruggebeld", agent.Text("#similar"), StringComparison.Ordinal);
        await agent.Send(("Form.CallAgain", agent.Page.QuerySelector("[name='Form.CallAgain']")!.GetAttribute("value")!), ("ending", "callback"));
        Assert.Contains("Wij weten nu dat de inwoner opnieuw belde.", agent.Text(".loket-confirmation"), StringComparison.Ordinal);
        await agent.Open("/terugbellen/alles");
        Assert.Single(agent.Page.QuerySelectorAll("#callbacks tbody tr"));
        Assert.Contains("Belde nog een keer", agent.Text("#callbacks"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task On_its_page_it_is_tried_moved_handed_on_and_ended_and_what_was_typed_stays(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        var page = "/terugbellen/verzoek/" + agent.Text(".loket-confirmation .loket-reference");
        await agent.Open(page);

        await agent.Send(("Attempt.Result", "Reached"), ("Attempt.Note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, agent.Status);
        Assert.Contains("Vul in wat er gezegd of afgesproken is", Assert.Single(agent.Errors), StringComparison.Ordinal);
        await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Note", "Nam niet op."));
        Assert.Contains("Kies wanneer wij bellen", Assert.Single(agent.Errors), StringComparison.Ordinal);
        Assert.Equal("Nam niet op.", agent.Value("Attempt.Note"));
        var times = agent.Page.QuerySelectorAll("select[name='Attempt.Window'] option").Select(option => option.GetAttribute("value")!).Where(value => value.Length > 0).ToList();
        await agent.Send(("Attempt.Result", "NotReached"), ("Attempt.Note", "Nam niet op."), ("Attempt.Window", times[1]));
        Assert.Contains("Uw telefoontje is vastgelegd", agent.Text("main .loket-alert"), StringComparison.Ordinal);
        Assert.Contains("Gebeld: niet bereikt", agent.Text(".loket-timeline"), StringComparison.Ordinal);
        Assert.Contains("Nam niet op.", agent.Text(".loket-timeline"), StringComparison.Ordinal);

        // Somebody else was first: said so, and the own words stay.
        using var colleague = await town.SignIn(Role.TeamLead);
        await colleague.Open(page);
        await colleague.Send(("Move.Window", times[2]));
        await agent.Send(("End.Result", "NotNeeded"), ("End.Report", "Staat al op de site."));
        Assert.Equal((HttpStatusCode.Conflict, "Staat al op de site."), (agent.Status, agent.Value("End.Report")));

        var person = agent.Page.QuerySelectorAll("select[name='HandOn.Owner'] option").Select(option => option.GetAttribute("value")!).First(value => value.StartsWith("staff:", StringComparison.Ordinal));
        await agent.Open(page);
        await agent.Send(("HandOn.Owner", person), ("HandOn.Note", "Weet er meer van."));
        Assert.Contains("doorgegeven", agent.Text("main .loket-alert"), StringComparison.Ordinal);
        await agent.Send(("End.Result", "NotNeeded"), ("End.Report", "Staat al op de site."));
        Assert.Contains("Dit terugbelverzoek is afgerond.", agent.Text("main"), StringComparison.Ordinal);
        Assert.Null(agent.Page.QuerySelector("[name='Attempt.Result']"));
    }

    [Theory, BothDatabases]
    public async Task From_a_case_somebody_is_called_back_by_whoever_has_it_and_both_show_it(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Lamp 118-042 brandt niet"), ("Form.Phone", "06 12345678"), ("Form.Name", "Jo Bakker"), ("ending", "new"));
        var reference = lead.Text(".loket-confirmation .loket-reference");
        await lead.Open("/zaken/" + reference);
        await lead.Open(lead.Page.QuerySelector("a[href*='/terugbellen/nieuw/']")!.GetAttribute("href")!);
        Assert.Equal("Lamp 118-042 brandt niet", lead.Value("Form.About"));
        await lead.Send(("Form.About", "Wanneer komt de monteur?"));

        Assert.Contains("Wanneer komt de monteur?", lead.Text("main"), StringComparison.Ordinal);
        var number = lead.Page.QuerySelector("a[href*='/zaken/']")!.TextContent;
        await lead.Open("/zaken/" + number);
        Assert.Contains("Terugbellen beloofd", lead.Text(".loket-timeline"), StringComparison.Ordinal);
        await lead.Open("/terugbellen/nieuw/" + reference);
        await lead.Send(("Form.About", "Nog eens"));
        Assert.Contains("Over dit contact wordt al iemand teruggebeld", Assert.Single(lead.Errors), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_is_called_too_late_stands_among_those_who_wait_and_in_the_figures(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var lead = await town.SignIn(Role.TeamLead);
        await lead.Open("/intake");
        await lead.Send(("Form.Subject", "Vraag over de kapvergunning"), ("Form.Phone", "06 12345678"), ("ending", "callback"));
        await lead.Open("/terugbellen/te-laat");
        Assert.Contains("Niemand wacht te lang", lead.Text("main"), StringComparison.Ordinal);

        town.Tenant.Clock.Advance(Duration.FromDays(1));
        await lead.Open("/terugbellen/te-laat");
        Assert.Contains("Te laat", lead.Text("#callbacks"), StringComparison.Ordinal);
        await lead.Open("/terugbellen/cijfers");
        Assert.Matches(@"Alle teams\s+1\s+0\s*%\s+1", lead.Text("#figures"));
    }
}

using System.Net;
using System.Text.Json;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Two people who have one case before them see each other, for as long as they have (row B3).</summary>
public sealed class HereTests
{
    private const string Entries = "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Who_opens_a_case_sees_who_else_has_it_open_and_who_writes_an_answer(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var fatma = await town.SignIn("fatma", [], Role.Handler);
        using var jan = await town.SignIn("jan", [], Role.Handler);

        await fatma.Open("/zaken/" + receipt.CaseReference);
        Assert.Equal("", fatma.Text(".loket-here"));
        await jan.Open("/zaken/" + receipt.Reference);
        Assert.Equal("Ook hier: fatma", jan.Text(".loket-here"));
        await fatma.Open("/zaken/" + receipt.CaseReference + "/antwoord");
        Assert.Equal("Ook hier: jan", fatma.Text(".loket-here"));

        Assert.Equal("Ook hier: fatma (schrijft een antwoord)", await Beat(jan, receipt.CaseReference!));
        Assert.Equal("Ook hier: fatma (schrijft een antwoord)", await Beat(jan, receipt.CaseReference!, receipt));
    }

    [Theory, BothDatabases]
    public async Task Two_minutes_after_the_last_sign_they_are_gone_and_nothing_is_kept(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        using var fatma = await town.SignIn("fatma", [], Role.Handler);
        using var jan = await town.SignIn("jan", [], Role.Handler);
        await fatma.Open("/zaken/" + receipt.CaseReference);
        var entries = await Count(town, Entries);
        await Do(town, "UPDATE case_presences SET seen_at = seen_at - 180000000");
        await Beat(fatma, receipt.CaseReference!);
        await Beat(fatma, receipt.CaseReference!, receipt);
        Assert.Equal((1, entries), (await Count(town), await Count(town, Entries)));

        await Do(town, "UPDATE case_presences SET seen_at = seen_at - 180000000");
        await jan.Open("/zaken/" + receipt.CaseReference);

        Assert.Equal("", jan.Text(".loket-here"));
        await Do(town, "UPDATE case_presences SET seen_at = seen_at - 180000000");
        await town.PlanSchedules();
        await town.RunJobs();
        Assert.Equal(0, await Count(town));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_know_of_a_case_neither_sees_nor_shows_and_who_opened_it_in_an_emergency_does(Database database)
    {
        await using var town = await Town.On(database);
        var debt = await town.Debt();
        var insider = await town.Somebody(Role.Handler, "income-and-debt");
        using var agent = await town.SignIn("agent", [], Role.Agent);
        Assert.Empty(await Others(town, insider, debt));
        await agent.Open("/werk");

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(agent, debt.CaseReference!)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(agent, debt.CaseReference!, debt)).StatusCode);
        Assert.Empty(await Others(town, insider, debt));

        await agent.Open("/noodtoegang");
        await agent.Send(("Form.Reference", debt.CaseReference!), ("Form.Reason", Emergencies.Reason));
        Assert.Contains("Noodtoegang tot", agent.Text("main"), StringComparison.Ordinal);
        Assert.StartsWith("Ook hier: ", agent.Text(".loket-here"), StringComparison.Ordinal);
        Assert.Equal(CaseDoing.Reading, Assert.Single(await Others(town, insider, debt)).Doing);
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_here_twice(Database database)
    {
        await using var town = await Town.On(database);
        var receipt = await Bridge(town);
        var (fatma, jan) = (await town.Somebody(Role.Handler), await town.Somebody(Role.TeamLead));

        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => town.Use<BeOnCase, IReadOnlyList<PersonHere>>(be =>
            be.Handle(receipt.Case!.Value, turn % 2 == 0 ? CaseDoing.Reading : CaseDoing.Answering, turn < 4 ? fatma : jan, Cancel))));

        Assert.Equal(2, await Count(town));
        Assert.All(said, others => Assert.True(others.Count <= 1));
        Assert.Equal((jan.Staff!.Value, fatma.Staff!.Value), (Assert.Single(await Others(town, fatma, receipt)).Staff, Assert.Single(await Others(town, jan, receipt)).Staff));
    }

    private static async Task<MatterReceipt> Bridge(Town town) => await town.Receives(
        await town.Somebody(Role.Agent), new NewMatter("De brug piept vreselijk", Place: new() { Area = "hoofddorp" }), new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));

    private static Task<IReadOnlyList<PersonHere>> Others(Town town, Actor by, MatterReceipt receipt) =>
        town.Use<BeOnCase, IReadOnlyList<PersonHere>>(be => be.Handle(receipt.Case!.Value, CaseDoing.Reading, by, Cancel));

    private static async Task<string> Beat(Visitor visitor, string reference, MatterReceipt? before = null)
    {
        using var response = await Ask(visitor, reference, before);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("said").GetString()!;
    }

    private static Task<HttpResponseMessage> Ask(Visitor visitor, string reference, MatterReceipt? before = null) => visitor.Client.PostAsync(
        new Uri($"/zaken/{reference}/hier", UriKind.Relative),
        new FormUrlEncodedContent([new("case", before?.Case?.Value.ToString() ?? ""), new("doing", "Reading"), new("__RequestVerificationToken", visitor.Value("__RequestVerificationToken"))]), Cancel);

    private static async Task Do(Town town, string sql)
    {
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    private static async Task<int> Count(Town town, string counting = "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM case_presences")
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>(counting).SingleAsync(Cancel);
    }
}

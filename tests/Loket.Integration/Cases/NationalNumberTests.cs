using System.Net;
using System.Security.Cryptography;
using Dapper;
using Loket.Contacts;
using Loket.Contacts.Numbers;
using Loket.Doctor;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>The national number of a person: kept sealed and only where it is needed, read with a purpose that is written down, found by who may, and gone when nothing needs it (decision 0048).</summary>
public sealed class NationalNumberTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task It_is_noted_for_a_case_that_needs_it_and_hidden_until_somebody_says_what_for(Database database)
    {
        await using var town = await Town.On(database);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/general");
        await administrator.Send(("Form.NumberGround", new string('x', 300)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, administrator.Status);
        await administrator.Send(("Form.NumberGround", "artikel 10 Wabb"));
        Assert.Contains("Grond voor het burgerservicenummer", administrator.Text("#differences"), StringComparison.Ordinal);
        await administrator.Press("Neem in gebruik");
        var customer = await town.Asks("Jo Bakker", "+31612345678");
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/klanten/" + customer.Value);
        await agent.Open(agent.Page.QuerySelector("main a[href$='/nummer']")!.GetAttribute("href")!);
        Assert.Contains("artikel 10 Wabb", agent.Text(".loket-summary"), StringComparison.Ordinal);
        foreach (var (typed, wrong) in ((string, string)[])[("", "Vul een burgerservicenummer van negen cijfers in"), ("19095508", "Vul een burgerservicenummer van negen cijfers in"), ("111222334", "Dit nummer klopt niet")])
        {
            await agent.Send(("Form.Number", typed));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, typed), (agent.Status, agent.Value("Form.Number")));
            Assert.StartsWith(wrong, Assert.Single(agent.Errors), StringComparison.Ordinal);
        }

        await agent.Send(("Form.Number", "111.222.333"));
        Assert.Contains("Het nummer is vastgelegd", agent.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(NumberCalls.Number, agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await agent.Send(("Ask.Purpose", ""));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ""), (agent.Status, agent.Text("#number")));
        await agent.Send(("Ask.Purpose", "LookUp"));
        Assert.Equal((HttpStatusCode.OK, NumberCalls.Number), (agent.Status, agent.Text("#number")));
        await agent.Open("/klanten/" + customer.Value);
        Assert.DoesNotContain(NumberCalls.Number, agent.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var written = await town.Written(customer);
        Assert.NotNull(Assert.Single(written.OfType<NationalNumberKept>()).Case);
        Assert.Equal(NumberPurpose.LookUp, Assert.Single(written.OfType<NationalNumberLookedAt>()).Purpose);
        Assert.Empty(await Found(town));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_use_it_meets_no_page_and_is_answered_as_if_nobody_had_it(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var customer = await town.Asks("Jo Bakker", "+31612345678");
        Assert.Equal(ContactFailures.NotFound, (await town.Keeps(await town.Somebody(Role.Agent), customer)).Failure);
        Assert.True((await town.Keeps(user, customer)).Succeeded);
        using var agent = await town.SignIn(Role.Agent);

        await agent.Open("/klanten/" + customer.Value);
        Assert.DoesNotContain("urgerservicenummer", agent.Text("main"), StringComparison.Ordinal);
        await agent.Open($"/klanten/{customer.Value}/nummer");
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        Assert.Equal(ContactFailures.NotFound, (await town.Shows(await town.Somebody(Role.Handler), customer)).Failure);
        var answers = new List<string>();
        foreach (var number in (string[])[NumberCalls.Number, NumberCalls.Other])
        {
            await Looks(agent, number);
            Assert.Equal("/zoeken", agent.Address);
            answers.Add(agent.Text("main"));
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("Niemand gevonden", answers[0], StringComparison.Ordinal);

        using var other = await town.SignIn(Role.Agent, Role.NumberUser);
        await Looks(other, "111 222 333");
        Assert.Equal(("/zoeken", "Jo Bakker", "burgerservicenummer"), (other.Address, other.Text("#found tbody th"), other.Text("#found tbody td:last-child")));
        await other.Open("/ga-naar");
        await other.Send(("Go.Sought", NumberCalls.Number));
        Assert.Equal("/ga-naar", other.Address);
        Assert.Contains("Jo Bakker", other.Text("[data-found]"), StringComparison.Ordinal);
        Assert.Contains(await town.Written(customer), happened => happened is CustomerLookedAt { Purpose: "find.number" });

        // Who may know of a debt alone knows of nobody behind it.
        var secret = await town.Who(await town.Debt());
        Assert.Equal(ContactFailures.NotFound, (await town.Keeps(user, secret)).Failure);
    }

    [Theory, BothDatabases]
    public async Task A_wish_is_carried_out_once_two_at_once_keep_one_and_a_company_has_none(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var customer = await town.Asks("Jo Bakker", "+31612345678");
        var key = new RequestKey("nora", "one");

        var both = await Task.WhenAll(town.Keeps(user, customer), town.Keeps(user, customer, NumberCalls.Other));
        Assert.All(both, kept => Assert.True(kept.Succeeded, kept.Failure?.Code));
        Assert.True((await town.Keeps(user, customer, key: key)).Succeeded);
        Assert.True((await town.Keeps(user, customer, key: key)).Succeeded);
        Assert.Equal("request.key-reused", (await town.Keeps(user, customer, NumberCalls.Other, key)).Failure?.Code);
        Assert.Equal(1, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));
        Assert.Equal(3, (await town.Written(customer)).OfType<NationalNumberKept>().Count());
        Assert.Equal(NumberCalls.Number, (await town.Shows(user, customer)).Value);

        var company = await town.Who(await town.Receives(user, new NewMatter("Vraag over een vergunning"), new MatterEnding.NewCase(), new CustomerDetails("Bakkerij Jansen", "+31235551234", Kind: CustomerKind.Company)));
        Assert.Equal(NumberFailures.NotAPerson, (await town.Keeps(user, company)).Failure);
        using var visitor = await town.SignIn(Role.Agent, Role.NumberUser);
        await visitor.Open($"/klanten/{customer.Value}/nummer");
        await visitor.Press("Haal het nummer weg");
        Assert.Contains("Het nummer is weg", visitor.Text("main"), StringComparison.Ordinal);
        Assert.Equal(NumberFailures.None, (await town.Shows(user, customer)).Failure);
    }

    [Theory, BothDatabases]
    public async Task Who_has_the_same_number_may_be_the_same_person_and_who_has_another_is_not(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var (first, second, third) = (await town.Asks("Jo Bakker", "+31612345678"), await town.Asks("J. de Bakker", "+31687654321"), await town.Asks("Piet Poot", "+31611112222"));
        foreach (var (customer, number) in ((CustomerId, string)[])[(first, NumberCalls.Number), (second, NumberCalls.Number), (third, NumberCalls.Other)])
            Assert.True((await town.Keeps(user, customer, number)).Succeeded);
        using var visitor = await town.SignIn(Role.Agent, Role.NumberUser);

        await visitor.Open($"/klanten/{first.Value}/nummer");
        Assert.Equal("J. de Bakker", Assert.Single(visitor.Page.QuerySelectorAll("#same a")).TextContent);
        await visitor.Open("/klanten/" + first.Value);
        Assert.Contains("Heeft hetzelfde burgerservicenummer", Assert.Single(visitor.Page.QuerySelectorAll("#doubles > li")).TextContent, StringComparison.Ordinal);
        Assert.Equal(NumberFailures.Differ, (await town.Merges(user, third, first)).Failure);
        Assert.True((await town.Merges(user, second, first)).Succeeded);

        // One person has one number, whichever of those under whom they stand it is put right with.
        Assert.True((await town.Keeps(user, second, NumberCalls.Other)).Succeeded);
        Assert.Equal(1, await town.Counts("SELECT COUNT(DISTINCT digest) FROM customer_numbers"));
        Assert.Equal(NumberCalls.Other, (await town.Shows(user, first)).Value);
        await visitor.Open($"/klanten/{first.Value}/nummer");
        Assert.Equal("Piet Poot", Assert.Single(visitor.Page.QuerySelectorAll("#same a")).TextContent);
    }

    [Theory, BothDatabases]
    public async Task It_is_forgotten_when_no_case_needs_it_any_more_and_not_before(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var agent = await town.Somebody(Role.Agent);
        var loose = await town.Asks("Piet Poot", "+31611112222");
        await town.NeedNumber("artikel 10 Wabb");
        var customer = await town.Asks("Jo Bakker", "+31612345678");
        Assert.True((await town.Keeps(agent, customer)).Succeeded);
        Assert.True((await town.Keeps(user, loose, NumberCalls.Other)).Succeeded);
        // What ran under it goes on under it.
        await town.NeedNumber(null);
        await town.PlanSchedules();
        await town.RunJobs();
        Assert.Equal(2, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));

        await Do(town, "UPDATE cases SET status = 'Closed', closed_at = 1, kept_until = 30000, nomination = 'Destroy'");
        Assert.Equal(NumberFailures.NotNeeded, (await town.Keeps(agent, customer)).Failure);
        Assert.True((await town.Shows(agent, customer)).Succeeded);
        await town.Pass(Duration.FromDays(1));
        Assert.Equal(2, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));

        await Do(town, "UPDATE participants SET left_at = 1");
        await town.Pass(Duration.FromDays(1));
        Assert.Equal(1, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));
        Assert.Single((await town.Written(customer)).OfType<NationalNumberRemoved>());
        Assert.Equal(NumberCalls.Other, (await town.Shows(user, loose)).Value);
    }

    [Theory, BothDatabases]
    public async Task Who_asks_to_see_their_data_gets_it_and_who_asks_to_erase_them_loses_what_no_case_needs(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var loose = await town.Receives(user, new NewMatter("Vraag over kwijtschelding"), new MatterEnding.NewCase(), new CustomerDetails("Piet Poot", "+31611112222"));
        await town.NeedNumber("artikel 10 Wabb");
        var needed = await town.Receives(user, new NewMatter("Vraag over kwijtschelding"), new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));
        Assert.True((await town.Keeps(user, await town.Who(needed))).Succeeded);
        Assert.True((await town.Keeps(user, await town.Who(loose), NumberCalls.Other)).Succeeded);

        using var visitor = await town.SignIn(Role.PrivacyOfficer);
        await visitor.Open("/inzageverzoek?Form.Reference=" + needed.Reference);
        Assert.Contains(NumberCalls.Number, visitor.Text("#report"), StringComparison.Ordinal);
        Assert.Contains($"\"nationalNumber\":\"{NumberCalls.Number}\"",
            await visitor.Client.GetStringAsync(new Uri($"/inzageverzoek?Form.Reference={needed.Reference}&handler=Json", UriKind.Relative), Cancel), StringComparison.Ordinal);

        Assert.Equal("access.still-open", (await town.Erases(needed.Reference)).Failure?.Code);
        Assert.True((await town.Erases(loose.Reference)).Succeeded);
        Assert.Equal("access.still-open", (await town.Erases(loose.Reference)).Failure?.Code);
        Assert.Equal(NumberFailures.None, (await town.Shows(user, await town.Who(loose))).Failure);
        Assert.Equal(NumberCalls.Number, (await town.Shows(user, await town.Who(needed))).Value);

        // With the person it goes at once.
        var answered = await town.Receives(user, new NewMatter("Hoe laat gaat het loket open?"), new MatterEnding.Answered("Om negen uur."), new CustomerDetails("Kees de Groot", "+31611113333"));
        var found = await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new FindCustomers.Request(RequestKey.None, "+31611113333", null, user), Cancel));
        Assert.True((await town.Keeps(user, found[0].Customer, NumberCalls.Other)).Succeeded);
        Assert.True((await town.Erases(answered.Reference)).Succeeded);
        Assert.Equal(1, await town.Counts("SELECT COUNT(*) FROM customer_numbers"));
    }

    [Theory, BothDatabases]
    public async Task A_key_is_renewed_and_nothing_is_lost_and_one_that_is_missing_is_told(Database database)
    {
        await using var town = await Town.On(database);
        var user = await town.Colleague("nora", Role.Agent, Role.NumberUser);
        var (first, second) = (await town.Asks("Jo Bakker", "+31612345678"), await town.Asks("Piet Poot", "+31611112222"));
        Assert.True((await town.Keeps(user, first)).Succeeded);
        town.Tenant.NumberKeys.Add(1, RandomNumberGenerator.GetBytes(32));
        Assert.True((await town.Keeps(user, second, NumberCalls.Other)).Succeeded);

        Assert.Equal(FindingState.Note, (await Doctor(town)).State);
        foreach (var (number, name) in ((string, string)[])[(NumberCalls.Number, "Jo Bakker"), (NumberCalls.Other, "Piet Poot")])
            Assert.Equal(name, Assert.Single((await town.Use<SearchCustomers, FoundCustomers>(search => search.Handle(number, user, Cancel))).People).Name);
        await town.PlanSchedules();
        await town.RunJobs();
        Assert.Equal(2, await town.Counts("SELECT COUNT(*) FROM customer_numbers WHERE sealed_under = 1"));
        Assert.Equal(NumberCalls.Number, (await town.Shows(user, first)).Value);
        Assert.Equal(FindingState.Ok, (await Doctor(town)).State);

        await Do(town, "UPDATE customer_numbers SET sealed_under = 7");
        Assert.Equal(NumberFailures.Unreadable, (await town.Shows(user, first)).Failure);
        var missing = await Doctor(town);
        Assert.Equal(FindingState.Wrong, missing.State);
        Assert.Contains("key 7, which is not there", missing.Says, StringComparison.Ordinal);
        await Do(town, "UPDATE customer_numbers SET sealed_under = 0");
        Assert.Contains("it is another", (await Doctor(town)).Says, StringComparison.Ordinal);
        using var visitor = await town.SignIn(Role.Agent, Role.NumberUser);
        await visitor.Open($"/klanten/{first.Value}/nummer");
        await visitor.Send(("Ask.Purpose", "Identify"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (visitor.Status, Assert.Single(visitor.Errors).StartsWith("Wij kunnen dit nummer nu niet lezen", StringComparison.Ordinal)));
    }

    private static Task<Finding> Doctor(Town town) => town.Use<NumberStanding, Finding>(standing => new NumberChecks(standing).Of("village", Cancel));

    private static async Task Looks(Visitor visitor, string typed)
    {
        await visitor.Open("/zoeken");
        await visitor.Send(("Form.Sought", typed));
    }

    private static async Task Do(Town town, string sql)
    {
        await using var db = town.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }

    // In which columns of the database the number stands, as it is or as it was typed, whatever they are.
    private static async Task<IReadOnlyList<string>> Found(Town town)
    {
        await using var db = town.Open();
        var connection = db.Database.GetDbConnection();
        var columns = (await connection.QueryAsync<(string Table, string Column)>(town.Tenant.Database.Name == "sqlite"
            ? "SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p WHERE m.type = 'table'"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()")).ToList();
        Assert.True(columns.Count > 200);
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE '%111222333%' OR CAST(\"{column}\" AS TEXT) LIKE '%111.222.333%'") > 0) found.Add($"{table}.{column}");
        }

        return found;
    }
}

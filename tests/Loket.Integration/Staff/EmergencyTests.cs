using System.Net;
using Loket.Cases;
using Loket.Cases.Emergency;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Opening in an emergency a case of which one may not know (row K2).</summary>
public sealed class EmergencyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_agent_reads_the_one_case_for_an_hour_and_may_do_nothing_with_it(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var debt = await town.Debt();
        using var agent = await town.SignIn("fatima", [], Role.Agent);
        await agent.Open("/zaken/" + debt.CaseReference);
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
        await agent.Open(agent.Page.QuerySelector("a[href='/noodtoegang']")!.GetAttribute("href")!);

        await agent.Send(("Form.Reference", debt.Reference), ("Form.Reason", Emergencies.Reason));

        Assert.Equal((HttpStatusCode.OK, "/zaken/" + debt.CaseReference), (agent.Status, agent.Address));
        Assert.Equal(Emergencies.Subject, agent.Heading);
        foreach (var said in (string[])["Noodtoegang tot 11:0", "Jo Bakker", "Met noodtoegang geopend, tot 11:0", "fatima"]) Assert.Contains(said, agent.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Emergencies.Reason, agent.Text("main"), StringComparison.Ordinal);
        Assert.Empty(agent.Page.QuerySelectorAll("main form, main a[href^='/klanten/'], main a[href^='/contact/'], main a[href^='/terugbellen/']"));

        await agent.Open("/en/zaken/" + debt.Reference);
        Assert.Contains("Emergency access until 11:0", agent.Text("main"), StringComparison.Ordinal);

        town.Tenant.Clock.Advance(Duration.FromHours(1));
        await agent.Open("/zaken/" + debt.CaseReference);
        Assert.Equal(HttpStatusCode.NotFound, agent.Status);
    }

    [Theory, BothDatabases]
    public async Task What_lies_outside_bounds_is_not_opened_in_an_emergency_and_is_as_unknown_as_what_is_not_there(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var debt = await town.Debt();
        var lamp = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Lamp kapot", Category: "street-light", Place: Calls.Lamp), new MatterEnding.NewCase());
        await town.Colleague("fatima", Role.Agent);
        await town.Bound("fatima", "hoofddorp");
        var fatima = await town.ActorOf("fatima");

        foreach (var reference in (string?[])[lamp.CaseReference, debt.CaseReference, debt.Reference])
            Assert.Equal("emergency.unknown-reference", (await town.Opens(fatima, reference)).Failure?.Code);
        Assert.Empty(await town.Waiting(await town.Colleague("paula", Role.PrivacyOfficer)));

        await town.Bound("fatima", Calls.Lamp.Area!);
        Assert.True((await town.Opens(await town.ActorOf("fatima"), debt.CaseReference)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task While_it_stands_open_it_is_on_no_list_in_no_number_and_behind_no_other_page(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var (debt, second) = (await town.Debt(), await town.Debt());
        using var visitor = await town.SignIn("henk", [], Role.Handler);
        var handler = await town.ActorOf("henk");
        Assert.True((await town.Opens(handler, debt.CaseReference)).Succeeded);
        await visitor.Open("/zaken/" + debt.CaseReference);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        foreach (var list in Enum.GetValues<WorklistKind>()) Assert.Empty((await town.Use<Worklists, WorklistPage>(lists => lists.Page(list, handler, 50, null, Cancel))).Rows);
        Assert.Equal(WorklistCounts.None, await town.Use<Worklists, WorklistCounts>(lists => lists.Counts(handler, Cancel)));
        Assert.Null(await town.Use<FindCase, CaseId?>(find => find.Handle(debt.CaseReference, handler, Cancel)));
        Assert.Empty(await town.Similar(new(handler, Emergencies.Subject, "debt", Calls.Lamp)));
        var insider = await town.Somebody(Role.Handler, "income-and-debt");
        var customer = (await town.Sees(insider, debt.Reference)).Participants[0].Customer!.Value.Value;
        foreach (var path in (string[])["/klanten/" + customer, "/zaken/" + second.CaseReference, $"/zaken/{debt.CaseReference}/antwoord", $"/contact/{debt.Reference}/stand"])
        {
            await visitor.Open(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, visitor.Status));
        }

        var change = new CaseChange(RequestKey.None, debt.Case!.Value, handler);
        Assert.Equal("case.not-found", (await town.Use<WriteNote, Result<ChangedCase>>(note => note.Handle(change, "Ik was hier.", Cancel))).Failure?.Code);
        Assert.Equal("case.not-found", (await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(change, Cancel))).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task It_and_each_look_stand_in_the_journal_and_the_privacy_officer_hears_of_it_without_the_reason(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        await town.Colleague("petra", Role.PrivacyOfficer);
        var debt = await town.Debt();
        using var agent = await town.SignIn("fatima", [], Role.Agent);
        await agent.Open("/noodtoegang");
        var twice = agent.Filled(("Form.Reference", debt.Reference), ("Form.Reason", Emergencies.Reason));
        var body = await twice.Content!.ReadAsStringAsync(Cancel);
        await agent.Follow(twice);
        await agent.Follow(new HttpRequestMessage(HttpMethod.Post, "/noodtoegang") { Content = new StringContent(body, null, "application/x-www-form-urlencoded") });
        await town.RunJobs();

        Assert.Equal("/zaken/" + debt.CaseReference, agent.Address);
        Assert.Single(await Facts(town, "emergency.opened"));
        Assert.All(await Facts(town, "case.looked-at"), facts => Assert.Contains("\"" + EmergencyReader.Purpose + "\"", facts, StringComparison.Ordinal));
        Assert.Equal(2, (await Facts(town, "case.looked-at")).Count);
        Assert.DoesNotContain(await Facts(town, "emergency.opened"), facts => facts.Contains(Emergencies.Reason, StringComparison.Ordinal));
        var mail = mailbox.OnlyMailTo("petra@gemeente.example");
        foreach (var said in (string[])[debt.CaseReference!, "fatima", "opende met noodtoegang", "/beheer/inzage"]) Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
        foreach (var secret in (string[])[Emergencies.Reason, Emergencies.Subject, "Jo Bakker", "612345678"]) Assert.DoesNotContain(secret, mail.Subject + mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Where_no_privacy_officer_can_be_written_to_another_who_judges_is_told_else_who_manages_accounts(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        town.SetTo(hour: 10);
        await using (var db = town.Open()) await db.Database.ExecuteSqlRawAsync("UPDATE staff SET email = ''", Cancel);
        // An officer who opens something does not judge it.
        var own = await town.Colleague("petra", Role.PrivacyOfficer, Role.Agent);
        await town.Colleague("sjoerd", Role.SystemAdministrator);
        var (first, second) = (await town.Debt(), await town.Debt());

        Assert.True((await town.Opens(own, first.CaseReference)).Succeeded);
        await town.RunJobs();
        using (var mail = mailbox.OnlyMailTo("sjoerd@gemeente.example"))
        {
            foreach (var said in (string[])["een afgeschermde zaak", "heeft geen e-mailadres", "/manage/accounts"]) Assert.Contains(said, mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain(first.CaseReference!, mail.Subject + mail.TextBody, StringComparison.Ordinal);
        }

        await town.Colleague("arjan", Role.Auditor);
        Assert.True((await town.Opens(own, second.CaseReference)).Succeeded);
        await town.RunJobs();
        using var judged = mailbox.OnlyMailTo("arjan@gemeente.example");
        Assert.Contains(second.CaseReference!, judged.TextBody, StringComparison.Ordinal);
        Assert.Single(mailbox.MailsTo("sjoerd@gemeente.example"));
        Assert.Empty(mailbox.MailsTo("petra@gemeente.example"));
    }

    [Theory, BothDatabases]
    public async Task A_wrong_reference_and_an_unknown_one_are_the_same_and_a_short_reason_keeps_what_was_typed(Database database)
    {
        await using var town = await Town.On(database);
        var debt = await town.Debt();
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/noodtoegang");
        var errors = new List<string>();
        foreach (var wrong in (string[])["onzin", "", Loket.Kernel.References.Reference.FromNumber("HLM", 999_999).ToString()])
        {
            await agent.Send(("Form.Reference", wrong), ("Form.Reason", Emergencies.Reason));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, wrong, Emergencies.Reason), (agent.Status, agent.Value("Form.Reference"), agent.Value("Form.Reason")));
            errors.Add(Assert.Single(agent.Errors));
        }

        Assert.Equal("Wij kennen dit kenmerk niet. Controleer of u het goed hebt overgenomen.", Assert.Single(errors.Distinct()));
        foreach (var reference in (string[])[debt.Reference, "onzin"])
        {
            await agent.Send(("Form.Reference", reference), ("Form.Reason", "spoed"));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, reference, "spoed"), (agent.Status, agent.Value("Form.Reference"), agent.Value("Form.Reason")));
            Assert.Contains("minstens 10 tekens", Assert.Single(agent.Errors), StringComparison.Ordinal);
        }

        Assert.Empty(await Facts(town, "emergency.opened"));
    }

    [Theory, BothDatabases]
    public async Task The_sixth_of_a_day_is_refused_whatever_it_is_one_that_stands_open_is_the_same_and_who_may_know_needs_none(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Colleague("fatima", Role.Agent);
        var debts = new List<string>();
        for (var times = 0; times < 6; times++) debts.Add((await town.Debt()).CaseReference!);
        foreach (var reference in debts.Take(5)) Assert.True((await town.Opens(agent, reference)).Succeeded);

        foreach (var reference in (string[])[debts[5], "onzin"]) Assert.Equal("emergency.too-many-today", (await town.Opens(agent, reference)).Failure?.Code);
        Assert.True((await town.Opens(agent, debts[0])).Succeeded);
        var insider = await town.Somebody(Role.Handler, "income-and-debt");
        Assert.Equal(new CaseInEmergency(debts[5], null), (await town.Opens(insider, debts[5], reason: null)).Value);
        Assert.Equal(5, (await Facts(town, "emergency.opened")).Count);

        town.Tenant.Clock.Advance(Duration.FromDays(1));
        Assert.True((await town.Opens(agent, debts[5])).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task Who_sees_no_people_and_cases_opens_nothing_and_is_not_told_of_it(Database database)
    {
        await using var town = await Town.On(database);
        var debt = await town.Debt();
        foreach (var role in (Role[])[Role.CoHost, Role.AreaManager, Role.FunctionalAdministrator, Role.PrivacyOfficer])
        {
            using var other = await town.SignIn(role);
            await other.Open("/noodtoegang");
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, other.Status));
            await other.Open("/zaken/" + debt.CaseReference);
            Assert.Empty(other.Page.QuerySelectorAll("a[href='/noodtoegang']"));
            await other.Open("/me");
            Assert.Empty(other.Page.QuerySelectorAll("a[href='/noodtoegang']"));
        }

        Assert.Equal("organisation.forbidden", (await town.Opens(await town.Somebody(Role.CoHost), debt.CaseReference)).Failure?.Code);
        Assert.Equal("organisation.forbidden", (await town.Opens(Actor.Resident, debt.CaseReference)).Failure?.Code);
    }

    private static async Task<List<string>> Facts(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<string>("SELECT data AS \"Value\" FROM journal_entries WHERE kind = {0}", kind).ToListAsync(Cancel);
    }
}

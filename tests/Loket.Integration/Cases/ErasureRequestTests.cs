using System.Net;
using Dapper;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Keeping;
using Loket.Cases.OnFile;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;
using static Loket.Integration.Cases.CallbackCalls;

namespace Loket.Integration.Cases;

/// <summary>Somebody asks to put right or to erase what is kept of them.</summary>
public sealed class ErasureRequestTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task What_is_on_no_case_goes_at_once_with_the_person(Database database)
    {
        await using var town = await Town.On(database);
        var answered = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Wanneer is zwaluwstaart open?"), new MatterEnding.Answered("Om negen uur, zwaluwstaart"), new CustomerDetails("Z. Zwaluwstaart", "0612345678"));
        Assert.True((await town.Erases(answered.Reference)).Succeeded);

        await town.RunJobs();
        Assert.Empty(await Traces.Of("zwaluwstaart", town));
        Assert.Equal(1L, await Count(town, $"SELECT COUNT(*) FROM matters WHERE reference = '{answered.Reference}' AND outcome = 'Answered'"));
        Assert.Null((await town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel))).Break);
    }

    [Theory, BothDatabases]
    public async Task Who_waits_to_be_called_is_called_first_and_then_all_of_it_goes_with_messages_and_drafts(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = await ActorOf(town, crew.Handler);
        var reference = (await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Vraag over de zwaluwstaart"), new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), Window(3, 13, 15))),
            new CustomerDetails("Z. Zwaluwstaart", "+31612345678", "zwaluwstaart@inwoner.example"))).Reference;
        Assert.Equal("access.still-open", (await town.Erases(reference)).Failure?.Code);
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject LIKE '%zwaluwstaart%'"));

        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/terugbellen/verzoek/" + reference);
        await agent.Follow(agent.Sent("Draft", ("Attempt.Note", "De zwaluwstaart komt vrijdag.")));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM drafts"));
        await Succeeds(town, handler, await Sees(town, handler, reference), _ => new RecordAttempt.Attempt(AttemptResult.Reached, "De zwaluwstaart komt vrijdag.", null, null));
        Assert.True(await Count(town, "SELECT COUNT(*) FROM messages WHERE address LIKE '%zwaluwstaart%'") > 0);

        Assert.Equal(new StaysOnFile(false, false, null), (await town.Erases(reference)).Value);
        await town.RunJobs();
        Assert.Empty(await Traces.Of("zwaluwstaart", town));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM drafts"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM callbacks WHERE outcome = 'Spoken' AND attempts = 1"));
    }

    [Theory, BothDatabases]
    public async Task What_anybody_was_still_typing_of_them_goes_too_and_what_is_of_a_namesake_stays(Database database)
    {
        await using var town = await Town.On(database);
        var answered = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Wanneer is het zwembad open?"), new MatterEnding.Answered("Om negen uur"), new CustomerDetails("Z. Zwaluwstaart", "+31612345678"));
        using var agent = await town.SignIn(Role.Agent);
        foreach (var typed in ((string, string)[][])
            [[("Form.Subject", "Belt nog eens"), ("Form.Phone", "06 12345678")], [("Form.Subject", "Vraag"), ("Form.Name", "z. zwaluwstaart")], [("Form.Subject", "Vraag"), ("Form.Name", "Z. Zwaluwstaart"), ("Form.Phone", "06 87654321")]])
        {
            await agent.Open("/intake");
            await agent.Follow(agent.Sent("Draft", typed));
        }

        await agent.Open("/intake");
        await town.EndSessions();
        await agent.Send(("Form.Subject", "Belt weer"), ("Form.Phone", "+31 6 12345678"), ("ending", "new"));
        Assert.Equal((3L, 1L), (await Count(town, "SELECT COUNT(*) FROM drafts"), await Count(town, "SELECT COUNT(*) FROM kept_forms")));

        Assert.True((await town.Erases(answered.Reference)).Succeeded);
        Assert.Equal((1L, 0L), (await Count(town, "SELECT COUNT(*) FROM drafts"), await Count(town, "SELECT COUNT(*) FROM kept_forms")));
    }

    [Theory, BothDatabases]
    public async Task Where_a_part_may_go_that_goes_and_until_when_the_rest_stays_is_said(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var who = new CustomerDetails("P. Pieters", "+31612345678");
        await town.Receives(agent, new NewMatter("Wanneer is het zwembad open?"), new MatterEnding.Answered("Om negen uur"), who);
        var known = (await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new FindCustomers.Request(RequestKey.None, "+31612345678", null, agent), Cancel)))[0].Customer;
        var taken = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, known, new CustomerDetails(), null, [new NewMatter("Mijn lamp is stuk")]), [new MatterEnding.NewCase()], agent), Cancel));
        Assert.True(taken.Succeeded, taken.Failure?.Code);
        var lamp = taken.Value.Matters[0];
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(async close => await close.Handle(
            new CaseChange(RequestKey.None, lamp.Case!.Value, await town.Somebody(Role.Handler)), "solved", true, null, Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + lamp.Reference);
        await officer.Press("Leg voor om te wissen");
        Assert.Equal("Voorgelegd. Een collega moet het goedkeuren.", officer.Text("main .loket-alert__heading"));
        Assert.DoesNotContain(officer.Page.QuerySelectorAll("main button"), button => button.TextContent.Contains("Wis wat weg mag", StringComparison.Ordinal));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject LIKE '%zwembad%'"));

        using var second = await town.SignIn(Role.PrivacyHandler);
        Assert.Equal("/inzageverzoek", second.Address);
        await second.Press("Wis wat weg mag " + lamp.Reference);
        Assert.Equal(
            "Wat weg mocht, is gewist. De zaken van deze persoon blijven bewaard tot en met 31 december 2027. Dat moet van de Archiefwet.", second.Text("main .loket-alert__heading"));
        Assert.Null(second.Page.QuerySelector("#waiting"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject LIKE '%zwembad%'"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'P. Pieters'"));
    }

    [Theory, BothDatabases]
    public async Task A_case_that_must_be_kept_is_not_erased_and_it_is_said_until_when(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "+31612345678"));
        Assert.Equal("access.still-open", (await town.Erases(receipt.Reference)).Failure?.Code);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(async close => await close.Handle(
            new CaseChange(RequestKey.None, receipt.Case!.Value, await town.Somebody(Role.Handler)), "solved", true, null, Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + receipt.Reference);
        await officer.Press("Leg voor om te wissen");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("31 december 2027", Assert.Single(officer.Errors), StringComparison.Ordinal);
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'P. Pieters'"));

        // Once that day has passed it goes by a list, which a second person approves.
        town.Tenant.Clock.SetTo(Instant.FromUtc(2028, 1, 2, 12, 0));
        Assert.Equal("access.to-be-destroyed", (await town.Erases(receipt.Reference)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Who_put_it_forward_does_not_erase_it_and_the_database_says_the_same(Database database)
    {
        await using var town = await Town.On(database);
        var (first, second, handler) = (await town.Colleague("petra", Role.PrivacyOfficer), await town.Colleague("ilse", Role.PrivacyHandler), await town.Somebody(Role.Handler));
        var answered = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Wanneer is het zwembad open?"), new MatterEnding.Answered("Om negen uur"), new CustomerDetails("P. Pieters", "+31612345678"));
        Assert.Equal("access.unknown-reference", (await town.ProposesErasure(handler, answered.Reference)).Failure?.Code);
        Assert.True((await town.ProposesErasure(first, answered.Reference)).Succeeded);
        Assert.Equal("access.proposed-already", (await town.ProposesErasure(second, answered.Reference)).Failure?.Code);

        var waiting = Assert.Single(await town.WaitsForErasure(second));
        Assert.Equal((answered.Reference, first.Staff!.Value), (waiting.Reference, waiting.ProposedBy));
        Assert.Empty(await town.WaitsForErasure(handler));
        Assert.Equal("access.second-person", (await town.AgreesToErase(first, waiting.Id)).Failure?.Code);
        Assert.Equal(OrganisationFailures.Forbidden, (await town.AgreesToErase(handler, waiting.Id)).Failure);
        await using (var db = town.Open())
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE erasure_proposals SET outcome = 'Approved', ended_by = proposed_by, ended_at = 0", Cancel));
        }

        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'P. Pieters'"));
        Assert.True((await town.WithdrawsErasure(second, waiting.Id)).Succeeded);
        Assert.Equal("access.no-proposal", (await town.AgreesToErase(second, waiting.Id)).Failure?.Code);
        Assert.True((await town.Erases(answered.Reference)).Succeeded);
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'P. Pieters'"));
        Assert.Equal((2L, 1L, 1L), (await Entries(town, "customer.erasure-proposed"), await Entries(town, "customer.erasure-withdrawn"), await Entries(town, "customer.erased-at-request")));
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_put_right_and_what_stood_before_is_kept_where_it_can_be_erased(Database database)
    {
        await using var town = await Town.On(database);
        using var agent = await town.SignIn(Role.Agent);
        await agent.Open("/intake");
        await agent.Send(("Form.Subject", "Brug piept"), ("Form.Name", "J. Piep"), ("Form.Phone", "06 12345678"), ("ending", "new"));
        await agent.Open("/zaken/" + agent.Text(".loket-confirmation .loket-reference"));
        await agent.Open(agent.Page.QuerySelector("a[href*='/klanten/']")!.GetAttribute("href")! + "/gegevens");
        Assert.Equal("J. Piep", agent.Value("Form.Name"));
        await agent.Send(("Form.Name", "J. Piepers"), ("Form.Phone", ""), ("Form.Email", "piepers@voorbeeld.example"));

        Assert.Equal("J. Piepers", agent.Heading);
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'J. Piepers' AND phone IS NULL AND email = 'piepers@voorbeeld.example'"));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM journal_personal WHERE data LIKE '%J. Piep\"%'"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM journal_entries WHERE data LIKE '%Piep%'"));
    }

    [Theory, BothDatabases]
    public async Task On_what_a_warning_or_a_hold_rested_is_forgotten_when_it_is_over(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var receipt = await town.Receives(agent, new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "+31612345678"));
        var known = (await town.Use<FindCustomers, IReadOnlyList<KnownCustomer>>(find => find.Handle(new FindCustomers.Request(RequestKey.None, "+31612345678", null, agent), Cancel)))[0].Customer;
        var (lead, keeper, last) = (await town.Somebody(Role.TeamLead), await town.Somebody(Role.RecordsManager), new LocalDate(2026, 6, 1));
        var warned = await town.Use<PlaceWarning, Result<Done>>(place => place.Handle(
            new PlaceWarning.Request(RequestKey.None, known, WarningKind.Aggression, "Dreigde aan de balie.", last, lead), Cancel));
        Assert.True(warned.Succeeded, warned.Failure?.Code);
        var held = await town.Use<HoldCase, Result<Done>>(hold => hold.Handle(new HoldCase.Request(RequestKey.None, receipt.CaseReference, "Er loopt een rechtszaak", last, keeper), Cancel));
        Assert.True(held.Succeeded, held.Failure?.Code);
        await town.PlanSchedules();

        await town.At(new LocalDateTime(2026, 6, 1, 12, 0));
        Assert.Equal((1L, 1L), (await Count(town, "SELECT COUNT(*) FROM customer_warnings WHERE ground <> ''"), await Count(town, "SELECT COUNT(*) FROM case_holds")));
        await town.At(new LocalDateTime(2026, 6, 2, 13, 0));
        Assert.Equal((0L, 0L), (await Count(town, "SELECT COUNT(*) FROM customer_warnings WHERE ground <> ''"), await Count(town, "SELECT COUNT(*) FROM case_holds")));
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customer_warnings"));
    }

    private static Task<long> Entries(Town town, string kind) => Count(town, $"SELECT COUNT(*) FROM journal_entries WHERE kind = '{kind}'");

    private static async Task<long> Count(Town town, string sql)
    {
        await using var db = town.Open();
        return await db.Database.GetDbConnection().ExecuteScalarAsync<long>(sql);
    }
}

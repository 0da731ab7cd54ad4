using System.Net;
using Dapper;
using Loket.Cases.Handling;
using Loket.Cases.OnFile;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Storage.Journal;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

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
        Assert.True((await Erase(town, answered.Reference)).Succeeded);

        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM customers WHERE LOWER(name) LIKE '%zwaluwstaart%'"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM matters WHERE subject LIKE '%zwaluwstaart%' OR outcome_text LIKE '%zwaluwstaart%'"));
        Assert.Equal(0L, await Count(town, "SELECT COUNT(*) FROM journal_personal WHERE data LIKE '%zwaluwstaart%'"));
        Assert.Equal(1L, await Count(town, $"SELECT COUNT(*) FROM matters WHERE reference = '{answered.Reference}' AND outcome = 'Answered'"));
        Assert.Null((await town.Use<JournalChain, JournalReport>(chain => chain.Verify(town.Tenant, null, Cancel))).Break);
    }

    [Theory, BothDatabases]
    public async Task A_case_that_must_be_kept_is_not_erased_and_it_is_said_until_when(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678"));
        Assert.Equal("access.still-open", (await Erase(town, receipt.Reference)).Failure?.Code);
        var closed = await town.Use<CloseCase, Result<ChangedCase>>(async close => await close.Handle(
            new CaseChange(RequestKey.None, receipt.Case!.Value, await town.Somebody(Role.Handler)), "solved", true, null, Cancel));
        Assert.True(closed.Succeeded, closed.Failure?.Code);

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + receipt.Reference);
        await officer.Press("Wis wat weg mag");
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Contains("31 december 2027", Assert.Single(officer.Errors), StringComparison.Ordinal);
        Assert.Equal(1L, await Count(town, "SELECT COUNT(*) FROM customers WHERE name = 'P. Pieters'"));
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

    private static async Task<Actor> Officer(Town town)
    {
        var made = await town.Make(new PlannedStaff("officer", "O. Officer", [Role.PrivacyOfficer], []));
        return (await town.Use<Actors, Actor?>(actors => actors.Of(made.Staff["officer"], Cancel)))!;
    }

    private static async Task<Result<Done>> Erase(Town town, string reference)
    {
        var officer = await Officer(town);
        return await town.Use<EraseAtRequest, Result<Done>>(erase => erase.Handle(RequestKey.None, reference, officer, Cancel));
    }

    private static async Task<long> Count(Town town, string sql)
    {
        await using var db = town.Open();
        return await db.Database.GetDbConnection().ExecuteScalarAsync<long>(sql);
    }
}

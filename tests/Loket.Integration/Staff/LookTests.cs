using System.Net;
using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Staff;

/// <summary>Who reads in a list or a suggestion what residents wrote, stands in the journal; what can't stand there is not shown.</summary>
public sealed class LookTests
{
    private const string Subject = "bankje bij mevrouw Jansen kapot";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new(Subject, Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task A_case_in_a_list_counts_once_a_day_for_each_reader_and_the_officer_finds_who_saw_it(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var first = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        using var handler = await town.SignIn("lies", [], Role.Handler);
        using var manager = await town.SignIn(Role.AreaManager);

        for (var times = 0; times < 3; times++) await handler.Open("/werk/alles");
        await manager.Open("/werk/alles");
        Assert.Equal((1, 1), await Looks(town, first));

        var second = await town.Receives(agent, Bench, new MatterEnding.NewCase());
        await handler.Open("/werk/alles");
        Assert.Equal((2, 1), await Looks(town, first));
        Assert.Equal((2, 1), await Looks(town, second));
        await handler.Open("/werk/verdelen");
        Assert.Equal((3, 2), await Looks(town, first));
        town.Tenant.Clock.Advance(Duration.FromDays(1));
        await handler.Open("/werk/alles");
        Assert.Equal((4, 3), await Looks(town, first));

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open($"/gebeurtenissen?Form.Reference={first.CaseReference}&Form.Sort=Looks");
        Assert.Contains("Zaken gezien in een lijst", officer.Text("#entries"), StringComparison.Ordinal);
        Assert.Contains("werklijst: nog te verdelen", officer.Text("#entries"), StringComparison.Ordinal);
        Assert.Contains("lies", officer.Text("#entries"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_suggested_while_one_contact_is_typed_counts_once_and_a_list_of_contacts_too(Database database)
    {
        await using var town = await Town.On(database);
        var known = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase());
        using var agent = await town.SignIn(Role.Agent);
        foreach (var forms in (int[])[1, 2])
        {
            await agent.Open("/intake");
            foreach (var typed in (string[])["bankje", "bankje kapot", "bankje bij mevrouw kapot"])
            {
                var request = agent.Filled(("Form.Subject", typed), ("Form.Asset", "118-042"));
                request.RequestUri = new Uri("/intake?handler=Similar", UriKind.Relative);
                using var answer = await agent.Client.SendAsync(request, Cancel);
                Assert.Contains(Subject, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }

            Assert.Equal((forms, forms), await Looks(town, known));
        }

        await agent.Send(("Form.Subject", "Stoeptegel los"), ("ending", "new"));
        await agent.Follow(agent.Pressed("Undo"));
        for (var times = 0; times < 2; times++) await agent.Open("/intake/open");
        Assert.Contains("Stoeptegel los", agent.Text("#open"), StringComparison.Ordinal);
        Assert.Equal(1, await Entries(town, "contact.looked-at"));
    }

    [Theory, BothDatabases]
    public async Task A_program_that_reads_what_residents_wrote_is_seen_and_one_that_does_not_is_not(Database database)
    {
        await using var town = await Town.On(database);
        var known = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase());
        using var with = await town.Program(Right.SeeCases, Right.SeePersonalData, Right.RegisterContacts);
        using var without = await town.Program(Right.SeeCases, Right.RegisterContacts);
        const string Question = """{"subject":"bankje kapot","place":{"asset":"118-042"}}""";

        using var list = await without.Read("cases");
        using var none = await without.Post("suggestions", Question, key: null);
        Assert.Equal((0, 0), await Looks(town, known));

        using var read = await with.Read("cases");
        Assert.Equal((1, 1), await Looks(town, known));
        using var suggested = await with.Post("suggestions", Question, key: null);
        Assert.Equal((2, 2), await Looks(town, known));
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_written_in_the_journal_is_not_shown(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var known = await town.Receives(agent, Bench, new MatterEnding.NewCase(), new CustomerDetails("Jo Bakker", "+31612345678"));
        using var handler = await town.SignIn(Role.Handler);
        using var program = await town.Program(Right.SeeCases, Right.SeePersonalData, Right.RegisterContacts);
        await handler.Open("/intake");
        await handler.Follow(Typing());
        Assert.Contains(Subject, handler.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        await FillTheDisk(town);

        // What a page of PostgreSQL says of its disk is an outage; a trigger of SQLite can only say that it will not.
        var answer = database == Database.Postgres ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.InternalServerError;
        foreach (var path in (string[])["/werk/alles", "/werk/verdelen", "/zaken/" + known.CaseReference])
        {
            await handler.Open(path);
            Assert.Equal((path, answer), (path, handler.Status));
            Assert.DoesNotContain("Jansen", handler.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        }

        foreach (var path in (string[])["cases", "cases/" + known.CaseReference])
        {
            using var read = await program.Read(path);
            Assert.Equal((path, answer), (path, read.StatusCode));
            Assert.DoesNotContain("Jansen", await read.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using var suggested = await program.Post("suggestions", """{"subject":"bankje kapot","place":{"asset":"118-042"}}""", key: null);
        Assert.Equal(answer, suggested.StatusCode);

        HttpRequestMessage Typing()
        {
            var request = handler.Filled(("Form.Subject", "bankje kapot"), ("Form.Asset", "118-042"));
            request.RequestUri = new Uri("/intake?handler=Similar", UriKind.Relative);
            return request;
        }
    }

    /// <summary>Entries of looks at cases in all, and those about this one.</summary>
    private static async Task<(int All, int About)> Looks(Town town, MatterReceipt known)
    {
        await using var db = town.Open();
        var about = await db.Database.SqlQueryRaw<int>(
            "SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries AS e JOIN journal_subjects AS s ON s.entry_id = e.id WHERE e.kind = 'cases.looked-at' AND s.subject_id = {0}",
            db.Kind.Parameter(known.Case!.Value.Value)).SingleAsync(Cancel);
        return (await Entries(town, "cases.looked-at"), about);
    }

    private static async Task<int> Entries(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM journal_entries WHERE kind = {0}", kind).SingleAsync(Cancel);
    }

    private static async Task FillTheDisk(Town town)
    {
        await using var db = town.Open();
        string[] full = db.Kind.Name == "sqlite"
            ? ["CREATE TRIGGER journal_full BEFORE INSERT ON journal_entries BEGIN SELECT RAISE(ABORT, 'no space left'); END"]
            :
            [
                "CREATE FUNCTION journal_full() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''no space left''; END'",
                "CREATE TRIGGER journal_full BEFORE INSERT ON journal_entries FOR EACH ROW EXECUTE FUNCTION journal_full()",
            ];
        foreach (var sql in full) await db.Database.ExecuteSqlRawAsync(sql, Cancel);
    }
}

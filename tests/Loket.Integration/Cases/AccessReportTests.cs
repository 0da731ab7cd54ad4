using System.Net;
using System.Text.Json;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.OnFile;
using Loket.Cases.Together;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Somebody asks to see all that is kept of them, and gets that and nothing of others.</summary>
public sealed class AccessReportTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task The_privacy_officer_gives_all_that_is_kept_and_nothing_of_others(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var own = await town.Receives(
            agent, new NewMatter("Mijn lamp is stuk", "Al een week", Place: new Place { Area = "nieuwemeer", Text = "bij de schuur" }), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678", "pieters@voorbeeld.example"));
        await town.Receives(agent, new NewMatter("Bij ons brandt hij ook niet"), new MatterEnding.Join(own.Case!.Value), new CustomerDetails("A. Anders", "0687654321"));
        await town.RunJobs();

        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/inzageverzoek?Form.Reference=" + own.Reference);
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        var report = officer.Text("#report");
        Assert.All(["P. Pieters", "pieters@voorbeeld.example", "Mijn lamp is stuk", "Al een week", "bij de schuur", own.Reference], said => Assert.Contains(said, report, StringComparison.Ordinal));
        Assert.All(["A. Anders", "0687654321", "Bij ons brandt"], said => Assert.DoesNotContain(said, report, StringComparison.Ordinal));

        var file = await officer.Client.GetStringAsync(new Uri($"/inzageverzoek?Form.Reference={own.Reference}&handler=Json", UriKind.Relative), Cancel);
        using var json = JsonDocument.Parse(file);
        Assert.Equal("P. Pieters", json.RootElement.GetProperty("person").GetProperty("details")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("Anders", file, StringComparison.Ordinal);

        // Who got it from us is named, in a case of somebody else.
        Assert.DoesNotContain("Gegeven aan", report, StringComparison.Ordinal);
        var job = await PartnerJob.In(town);
        await officer.Open("/inzageverzoek?Form.Reference=" + job.Reference);
        Assert.All(["Gegeven aan", job.Partner.Name], said => Assert.Contains(said, officer.Text("#report"), StringComparison.Ordinal));

        await officer.Open("/beheer/inzage?Form.Reference=" + own.Reference);
        Assert.Contains("Alles over een persoon gegeven", officer.Text("#looks"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task However_much_it_is_all_of_it_is_given(Database database)
    {
        const int many = 5_001;
        await using var town = await Town.On(database);
        var own = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "+31612345678", "pieters@voorbeeld.example"));
        await town.RunJobs();
        await CopyMessage(town, many);
        var looked = await town.Use<UnitOfWork, Result<Done>>(work => work.Run<Done>(current =>
        {
            for (var one = 0; one < many; one++) current.Journal.Write(new CaseLookedAt(own.Case!.Value, "counting"), Who.System);
            return Task.FromResult<Result<Done>>(default(Done));
        }, Cancel));
        Assert.True(looked.Succeeded, looked.Failure?.Code);

        var report = (await Ask(town, own.Reference, await Officer(town))).Value;
        Assert.Equal(await town.Counts("SELECT COUNT(*) FROM messages WHERE contact_id IS NOT NULL AND partner_id IS NULL"), report.Messages.Count);
        Assert.True(report.Messages.Count > many);
        Assert.Equal(many, report.Looks.Count(look => look.Purpose == "counting"));
    }

    [Theory, BothDatabases]
    public async Task What_they_wrote_before_their_case_went_on_as_part_of_another_is_in_it(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var agent = await town.Somebody(Role.Agent);
        var whole = await town.Receives(agent, new NewMatter("De brug piept"), new MatterEnding.NewCase(), new CustomerDetails("A. Anders", "+31687654321"));
        var part = await town.Receives(agent, new NewMatter("Herrie bij de brug"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "+31612345678"));
        var participant = (await town.Sees(Actor.System, part.Reference)).Participants[0].Id;
        Succeeds(await town.Use<WriteToHandler, Result<ChangedCase>>(write => write.Handle(RequestKey.None, part.Case!.Value, participant, "Vooral bij wind.", [], Cancel)));
        Succeeds(await town.Use<MergeCase, Result<ChangedCase>>(merge => merge.Handle(new CaseChange(RequestKey.None, part.Case!.Value, Actor.System), whole.CaseReference, Cancel)));

        var officer = await Officer(town);
        Assert.Equal("Vooral bij wind.", Assert.Single(Assert.Single((await Ask(town, part.Reference, officer)).Value.Cases).Wrote).Text);
        Assert.Empty(Assert.Single((await Ask(town, whole.Reference, officer)).Value.Cases).Wrote);

        static void Succeeds(Result<ChangedCase> changed) => Assert.True(changed.Succeeded, changed.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task By_the_number_of_a_case_on_which_others_stand_nobody_is_meant(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var own = await town.Receives(agent, new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "0612345678"));
        await town.Receives(agent, new NewMatter("Bij ons brandt hij ook niet"), new MatterEnding.Join(own.Case!.Value), new CustomerDetails("A. Anders", "0687654321"));
        var officer = await Officer(town);
        Assert.Equal("access.several-people", (await Ask(town, own.CaseReference!, officer)).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Who_makes_a_request_of_a_case_and_takes_it_gets_nothing_by_that(Database database)
    {
        await using var town = await Town.On(database);
        var own = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("Mijn lamp is stuk"), new MatterEnding.NewCase(), new CustomerDetails("P. Pieters", "+31612345678", "pieters@voorbeeld.example"));
        using var handler = await town.SignIn("hans", [], Role.Handler);
        await handler.Open("/zaken/" + own.CaseReference);
        await handler.Send(("Mark.Paper", nameof(FormalPaper.PrivacyRequest)));
        await handler.Open("/zaken/" + own.CaseReference);
        await handler.Follow(handler.Pressed("Take"));
        var hans = await town.ActorOf("hans");
        var request = await town.Sees(Actor.System, own.CaseReference!);
        Assert.Equal((FormalPaper.PrivacyRequest, hans.Staff), (request.Paper!.Value, request.Handler));

        await handler.Open("/zaken/" + own.CaseReference);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        Assert.Null(handler.Page.QuerySelector("main a[href*='inzageverzoek']"));
        foreach (var reference in new[] { own.Reference, own.CaseReference! })
        {
            await handler.Open("/inzageverzoek?Form.Reference=" + reference);
            Assert.Equal(HttpStatusCode.Forbidden, handler.Status);
            Assert.Equal("access.unknown-reference", (await Ask(town, reference, hans)).Failure?.Code);
            Assert.Equal("access.unknown-reference", (await town.ProposesErasure(hans, reference)).Failure?.Code);
        }

        Assert.Equal("access.unknown-reference", (await Ask(town, own.Reference, await town.Somebody(Role.Agent))).Failure?.Code);
        Assert.Equal(0L, await town.Counts("SELECT COUNT(*) FROM journal_entries WHERE kind = 'customer.report.looked-at'"));
    }

    [Theory, BothDatabases]
    public async Task Who_has_the_role_for_it_goes_from_the_request_to_all_that_is_kept(Database database)
    {
        await using var town = await Town.On(database);
        var own = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Ik wil mijn persoonsgegevens zien", FormalPaper: FormalPaper.PrivacyRequest), new MatterEnding.NewCase(),
            new CustomerDetails("P. Pieters", "+31612345678", "pieters@voorbeeld.example"), MessageChannel.Email);
        using var handler = await town.SignIn(Role.Handler, Role.PrivacyHandler);
        await handler.Open("/zaken/" + own.CaseReference);
        await handler.Open(handler.Page.QuerySelector("main a[href*='inzageverzoek']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, handler.Status);
        Assert.Contains("P. Pieters", handler.Text("#report"), StringComparison.Ordinal);
        Assert.Equal(1L, await town.Counts("SELECT COUNT(*) FROM journal_entries WHERE kind = 'customer.report.looked-at'"));
    }

    private static Task<Actor> Officer(Town town) => town.Colleague("officer", Role.PrivacyOfficer);

    private static Task<Result<AccessReport>> Ask(Town town, string reference, Actor by) =>
        town.Use<MakeAccessReport, Result<AccessReport>>(make => make.Handle(reference, by, Cancel));

    // What they were told, so many times more.
    private static async Task CopyMessage(Town town, int times)
    {
        await using var db = town.Open();
        var isSqlite = db.Kind.Name == "sqlite";
        var columns = await db.Database.SqlQueryRaw<string>(isSqlite
            ? "SELECT name AS \"Value\" FROM pragma_table_info('messages')" : "SELECT column_name AS \"Value\" FROM information_schema.columns WHERE table_name = 'messages'").ToListAsync(Cancel);
        var values = columns.Select(column => column is "id" or "event_id" ? isSqlite ? "randomblob(16)" : "gen_random_uuid()" : $"m.\"{column}\"");
        var sql = $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {times}) INSERT INTO messages ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) "
            + $"SELECT {string.Join(", ", values)} FROM (SELECT * FROM messages WHERE contact_id IS NOT NULL AND partner_id IS NULL LIMIT 1) AS m CROSS JOIN n";
        Assert.Equal(times, await db.Database.ExecuteSqlRawAsync(sql, Cancel));
    }
}

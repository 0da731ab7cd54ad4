using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Integration.Api;
using Loket.Integration.Cases;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Messages;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Partners;

/// <summary>What a partner writes reaches everybody who asked, so it says of none of them who they are; and nobody answers for what they may not see.</summary>
public sealed class PartnerTextTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_page_refuses_a_report_that_names_somebody_and_keeps_what_was_typed(Database database)
    {
        await using var town = await Town.On(database);
        var job = await Joined(town);
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        await fitter.Send(("Plan.JobNumber", "W-1"));

        await fitter.Send(("Plan.Text", "Met Wilma de Boer afgesproken."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fitter.Status);
        Assert.Contains("Wilma de Boer", Assert.Single(fitter.Errors), StringComparison.Ordinal);
        Assert.Equal("Met Wilma de Boer afgesproken.", fitter.Value("Plan.Text"));

        await fitter.Send(("Report.Report", "Hersteld. Bel anders 06-87654321."), ("Report.Solved", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fitter.Status);
        Assert.Equal("Hersteld. Bel anders 06-87654321.", fitter.Value("Report.Report"));
        Assert.NotEqual(CaseStatus.Closed, (await job.Case()).Status);
        Assert.DoesNotContain(await town.MessagesOf((await job.Case()).Id.Value), message => message.Kind == MessageKind.Closed);

        await fitter.Send(("Report.Report", "Hersteld."), ("Report.Solved", "yes"));
        Assert.Equal(CaseStatus.Closed, (await job.Case()).Status);
    }

    [Theory, BothDatabases]
    public async Task A_program_is_refused_the_same_with_the_field_where_it_stands(Database database)
    {
        await using var town = await Town.On(database);
        var job = await Joined(town);
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers);
        var replies = $"handovers/{job.Id.Value}/replies";

        using var news = await contractor.Post(replies, """{"kind":"progress","text":"Mevrouw Wilma de Boer belde."}""", version: await Version(job));
        using var report = await contractor.Post(replies, """{"kind":"finish","text":"Klaar, zie wilma@example.nl.","solved":true}""", version: await Version(job));
        using var inside = await contractor.Post(replies, """{"kind":"finish","text":"Niet gelukt bij Wilma de Boer.","solved":false}""", version: await Version(job));

        Assert.Equal((422, 422, 204), ((int)news.StatusCode, (int)report.StatusCode, (int)inside.StatusCode));
        Assert.Equal(("case.names-another", "text"), ((await report.Json())["code"]!.GetValue<string>(), (await report.Json())["field"]!.GetValue<string>()));
    }

    [Theory, BothDatabases]
    public async Task Nobody_answers_a_handover_of_a_case_that_they_may_not_see(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        var taker = await town.Somebody(Role.DeskHost);
        var debt = await town.Receives(taker, new NewMatter("Schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        var card = (await town.Use<PartnerDirectory, PartnerCard?>(partners => partners.Find(job.Partner.Id, Cancel)))!;
        var given = await town.Use<HandOverCase, Result<ChangedCase>>(use => use.Handle(new CaseChange(RequestKey.None, debt.Case!.Value, Actor.System), card.Id, "Kunt u helpen?", Cancel));
        Assert.True(given.Succeeded, given.Failure?.Code);
        var hidden = (await town.Sees(Actor.System, given.Value.Reference)).Handovers[0];
        using var program = await town.Program(Right.HandOver, Right.SeeCases);
        var outsider = new Actor(new Who(WhoKind.Staff, Guid.NewGuid()), [Right.HandOver, Right.SeeCases], [], []);

        using var refused = await program.Post($"handovers/{hidden.Id.Value}/replies", """{"kind":"refuse","text":"Nee."}""", version: $"\"{hidden.Version}\"");
        var byOutsider = await town.Use<ReplyToHandover, Result<Done>>(reply => reply.Handle(new ReplyToHandover.Request(RequestKey.None, hidden.Id, outsider, new PartnerReply.Accept(null, null)), Cancel));
        using var seen = await program.Post($"handovers/{job.Id.Value}/replies", """{"kind":"accept"}""", version: await Version(job));

        Assert.Equal((404, "handover.not-found", 204), ((int)refused.StatusCode, byOutsider.Failure?.Code, (int)seen.StatusCode));
        Assert.Equal(HandoverState.Offered, (await town.Sees(Actor.System, given.Value.Reference)).Handovers[0].State);
    }

    [Theory, BothDatabases]
    public async Task A_program_that_saw_an_older_handover_changes_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var contractor = await town.Program("street-light-contractor", Right.AnswerHandovers);
        var (replies, version) = ($"handovers/{job.Id.Value}/replies", await Version(job));

        using var unseen = await contractor.Post(replies, """{"kind":"accept","jobNumber":"EERST"}""");
        using var first = await contractor.Post(replies, """{"kind":"accept","jobNumber":"EERST"}""", version: version);
        using var second = await contractor.Post(replies, """{"kind":"progress","jobNumber":"TWEEDE"}""", version: version);

        Assert.Equal((428, 204, 412), ((int)unseen.StatusCode, (int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal("EERST", (await job.Handover()).JobNumber);
    }

    private static async Task<string> Version(PartnerJob job) => $"\"{(await job.Handover()).Version}\"";

    // A second person on the same case, who is known by name, number and address.
    private static async Task<PartnerJob> Joined(Town town)
    {
        var job = await PartnerJob.In(town);
        var agent = await town.Somebody(Role.Agent);
        await town.Receives(
            agent, new NewMatter("lamp 118-042 is nog uit", Category: "street-light"), new MatterEnding.Join((await job.Case()).Id),
            new CustomerDetails("Wilma de Boer", "+31687654321", "wilma@example.nl"), MessageChannel.Email);
        return job;
    }
}

using System.Net;
using Loket.Cases;
using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Contacts;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Partners;

public sealed class PartnerPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_partner_takes_a_job_on_by_link_and_reports_that_it_is_done(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();

        await fitter.Open(job.Link(0));
        Assert.Equal(("Lantaarnpaal kapot", HttpStatusCode.OK), (fitter.Heading, fitter.Status));
        Assert.Contains("Nieuwemeerdijk 12", fitter.Text("main"), StringComparison.Ordinal);
        Assert.Equal(HandoverState.Offered, (await job.Handover()).State);

        await fitter.Send(("Plan.JobNumber", "W-1042"), ("Plan.PlannedOn.Day", "1"), ("Plan.PlannedOn.Month", "6"), ("Plan.PlannedOn.Year", "2099"));
        Assert.Empty(fitter.Errors);
        Assert.Equal((HandoverState.Accepted, "W-1042", new LocalDate(2099, 6, 1)), ((await job.Handover()).State, (await job.Handover()).JobNumber, (await job.Handover()).PlannedOn!.Value));

        await fitter.Send(("Report.Report", "Lamp vervangen."), ("Report.Solved", "yes"));
        Assert.Equal(HandoverState.Done, (await job.Handover()).State);
        Assert.Equal(CaseStatus.Closed, (await job.Case()).Status);
        Assert.Contains("Lamp vervangen.", fitter.Text("main"), StringComparison.Ordinal);
        Assert.Empty(fitter.Page.QuerySelectorAll("main form"));
        Assert.Contains(await job.Timeline(), line => line.Kind == "handover.done" && line.By == new Who(WhoKind.Partner, job.Partner.People[0].Id.Value));
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_colleagues_sees_what_the_first_did_and_keeps_what_was_typed(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var first = job.Visitor();
        using var second = job.Visitor();
        await first.Open(job.Link(0));
        await second.Open(job.Link(1));

        await first.Send(("Plan.JobNumber", "EERST"));
        await second.Send(("Plan.JobNumber", "TWEEDE"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("TWEEDE", second.Value("Plan.JobNumber"));
        Assert.Contains("EERST", second.Text(".loket-summary"), StringComparison.Ordinal);
        Assert.Equal("EERST", (await job.Handover()).JobNumber);

        await second.Send(("Plan.JobNumber", "TWEEDE"));
        Assert.Equal("TWEEDE", (await job.Handover()).JobNumber);
        Assert.Contains(await job.Timeline(), line => line.Happened is HandoverAccepted { JobNumber: "EERST" });
    }

    [Theory, BothDatabases]
    public async Task What_a_colleague_typed_for_a_job_that_was_given_back_meanwhile_is_shown_again(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var first = job.Visitor();
        using var second = job.Visitor();
        await first.Open(job.Link(0));
        await second.Open(job.Link(1));

        await first.Send(("Refusal.Reason", "Niet onze mast."));
        await second.Send(("Ask.Question", "Is er een sleutel nodig?"));

        Assert.Equal(HandoverState.Refused, (await job.Handover()).State);
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("Is er een sleutel nodig?", second.Text(".loket-alert"), StringComparison.Ordinal);
        Assert.Contains("Niet onze mast.", second.Text(".loket-summary"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_link_shows_how_it_went_for_thirty_days_after_the_end_and_nothing_after_that(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        await fitter.Send(("Refusal.Reason", "Niet onze mast."));

        await town.Pass(Duration.FromDays(29));
        await fitter.Open(job.Link(0));
        Assert.Contains("Niet onze mast.", fitter.Text(".loket-summary"), StringComparison.Ordinal);

        await town.Pass(Duration.FromDays(2));
        await fitter.Open(job.Link(0));
        Assert.Equal(HttpStatusCode.NotFound, fitter.Status);
        Assert.DoesNotContain("Nieuwemeerdijk", fitter.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_is_sent_twice_acts_once(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));
        var (once, again) = (fitter.Filled(("Ask.Question", "Waar zit de kast?")), fitter.Filled(("Ask.Question", "Waar zit de kast?")));

        await fitter.Follow(once);
        await fitter.Follow(again);

        Assert.Single(await job.Timeline(), line => line.Kind == "handover.asked-back");
        Assert.Equal(HttpStatusCode.OK, fitter.Status);
    }

    [Theory, BothDatabases]
    public async Task A_link_that_is_not_ours_gives_one_page_that_says_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var anybody = job.Visitor();
        var pages = new List<string>();
        var link = job.Link(0);
        var changed = link[..20] + (link[20] == 'A' ? 'B' : 'A') + link[21..];
        var unknown = "/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, Ids.New<HandoverId>(), null);
        var stranger = "/partner/" + PartnerLinks.TokenFor(town.Tenant.Keys, job.Id, Ids.New<PartnerPersonId>());

        foreach (var path in new[] { "/partner/onzin", changed, unknown, stranger })
        {
            await anybody.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, anybody.Status);
            pages.Add(anybody.Text("main"));
        }

        Assert.Single(pages.Distinct());
    }

    [Theory, BothDatabases]
    public async Task A_partner_sees_of_residents_what_its_rule_says_and_never_a_national_number(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town, "lamp kapot, mijn nummer is 111222333", new Place { Text = "voor de deur van Pietersen", Asset = "118-042", Area = "nieuwemeer" });
        using var fitter = job.Visitor();

        await job.Share(Sharing.Nothing);
        await fitter.Open(job.Link(0));
        Assert.DoesNotContain("Jansen", fitter.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Pietersen", fitter.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Nieuwemeer (118-042)", fitter.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("612345678", fitter.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(await job.Timeline(Audience.Audit), line => line.Kind == "handover.looked-at");

        await job.Share(Sharing.Contact);
        await fitter.Open(job.Link(0));
        Assert.DoesNotContain("Jansen", fitter.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Pietersen", fitter.Text("main"), StringComparison.Ordinal);
        Assert.Contains("612345678", fitter.Text("main"), StringComparison.Ordinal);

        await job.Share(Sharing.NameAndContact);
        await fitter.Open(job.Link(0));
        Assert.Contains("Jansen", fitter.Text("main"), StringComparison.Ordinal);
        Assert.Contains("voor de deur van Pietersen (118-042)", fitter.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("111222333", fitter.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(2, (await job.Timeline(Audience.Audit)).Count(line => line.Kind == "handover.looked-at"));
    }

    [Theory, BothDatabases]
    public async Task A_resident_who_reached_the_partner_is_on_the_case_with_a_reference(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();
        await fitter.Open(job.Link(0));

        await fitter.Send(("Contact.About", "this"), ("Contact.Subject", "De lamp is nog uit"), ("Contact.Phone", "023 555 12 34"));

        Assert.Empty(fitter.Errors);
        Assert.Matches("[A-Z]+-", fitter.Text(".loket-alert .loket-reference"));
        var found = await job.Case();
        Assert.Equal(2, found.Contacts);
        Assert.Contains(found.Participants, one => one.Channel == Channel.Partner);

        await fitter.Open("/en" + job.Link(0));
        await fitter.Send(("Contact.About", "else"), ("Contact.Subject", "Losse stoeptegel"), ("Contact.Where", "Nieuwemeerdijk"));
        Assert.Empty(fitter.Errors);
        Assert.Equal(2, (await job.Case()).Contacts);
        var tile = await town.Sees(Actor.System, fitter.Text(".loket-alert .loket-reference"));
        Assert.NotEqual(found.Id, tile.Id);
        Assert.Equal(("Losse stoeptegel", "Nieuwemeerdijk", 1), (tile.Subject, tile.Place.Address, tile.Contacts));
        Assert.Equal(Channel.Partner, Assert.Single(tile.Participants).Channel);
    }

    [Theory, BothDatabases]
    public async Task What_a_resident_tells_the_partner_of_another_lamp_has_its_subject_and_the_second_joins_by_itself(Database database)
    {
        await using var town = await Town.On(database);
        var job = await PartnerJob.In(town);
        using var fitter = job.Visitor();

        var first = await town.Sees(Actor.System, await Tells("Lantaarnpaal 118-043 brandt niet"));
        Assert.Equal(("street-light", "118-043", 1), (first.Category, first.Place.Asset, first.Contacts));

        var second = await town.Sees(Actor.System, await Tells("Lantaarnpaal 118-043 is al weken uit"));
        Assert.Equal((first.Id, 2), (second.Id, second.Contacts));
        Assert.All(second.Participants, one => Assert.Equal(Channel.Partner, one.Channel));
        Assert.Equal(1, (await job.Case()).Contacts);

        async Task<string> Tells(string what)
        {
            await fitter.Open(job.Link(0));
            await fitter.Send(("Contact.About", "else"), ("Contact.Subject", what));
            Assert.Empty(fitter.Errors);
            return fitter.Text(".loket-alert .loket-reference");
        }
    }

    [Theory, BothDatabases]
    public async Task Each_colleague_gets_a_link_of_their_own_by_mail_and_acts_by_it_as_themselves(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var job = await PartnerJob.In(town);
        var handler = await town.Somebody(Role.Handler);
        var @case = new CaseChange(RequestKey.None, (await job.Case()).Id, handler);
        await town.Use<TakeBack, Result<ChangedCase>>(back => back.Handle(@case, "Toch even zelf gekeken.", Cancel));
        var again = await town.Use<HandOverCase, Result<ChangedCase>>(hand => hand.Handle(@case, job.Partner.Id, "Wilt u de lamp vervangen?", Cancel));
        Assert.True(again.Succeeded, again.Failure?.Code);
        await town.RunJobs();

        var links = new[] { "a@partner.example", "b@partner.example" }.Select(colleague => LinkIn(
            mailbox.MailsTo(colleague).Select(mail => mail.Read()).Single(mail => mail.TextBody!.Contains("Wilt u de lamp vervangen?", StringComparison.Ordinal)).TextBody!)).ToList();
        Assert.NotEqual(links[0], links[1]);
        using var planner = job.Visitor();
        await planner.Open(links[1]);
        Assert.Contains("Wilt u de lamp vervangen?", planner.Text("main"), StringComparison.Ordinal);
        await planner.Send(("Plan.JobNumber", "W-2"));

        Assert.Equal(HandoverState.Accepted, (await job.Case()).Handovers[0].State);
        Assert.Contains(await job.Timeline(), line => line.Kind == "handover.accepted" && line.By == new Who(WhoKind.Partner, job.Partner.People[1].Id.Value));
    }

    private static string LinkIn(string text) => text[text.IndexOf("/partner/", StringComparison.Ordinal)..].Split([' ', '\r', '\n', ')', '>', ']'])[0];
}

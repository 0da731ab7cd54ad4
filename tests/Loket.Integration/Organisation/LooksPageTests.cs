using System.Globalization;
using System.Net;
using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Integration.Cases;
using Loket.Kernel;
using Loket.Organisation.Emergency;
using Loket.Organisation.Rights;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Organisation;

/// <summary>The page on which looks are reviewed (rows K2, K4, A4).</summary>
public sealed class LooksPageTests
{
    private static readonly NewMatter Bench = new("bankje kapot", "Bij de vijver.", Place: Calls.Lamp);

    [Theory, BothDatabases]
    public async Task What_was_opened_in_an_emergency_waits_until_somebody_else_says_whether_that_was_right(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var (first, second) = (await town.Debt(), await town.Debt());
        var agent = await town.Colleague("fatima", Role.Agent);
        foreach (var debt in (MatterReceipt[])[first, second]) Assert.True((await town.Opens(agent, debt.CaseReference)).Succeeded);
        using var officer = await town.SignIn(Role.PrivacyOfficer);

        await officer.Open("/beheer/inzage");
        foreach (var said in (string[])["fatima opende zaak " + first.CaseReference, Emergencies.Reason]) Assert.Contains(said, officer.Text("#waiting li"), StringComparison.Ordinal);
        Assert.DoesNotContain("Jo Bakker", officer.Text("main"), StringComparison.Ordinal);

        await officer.Send(("Judge.Remark", ""), ("Judge.Verdict", "NotJustified"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, officer.Status);
        Assert.Equal("Schrijf op waarom dit niet terecht was.", Assert.Single(officer.Errors));
        await officer.Send(("Judge.Remark", "Het team was bereikbaar."), ("Judge.Verdict", "NotJustified"));
        Assert.Equal(HttpStatusCode.OK, officer.Status);
        foreach (var said in (string[])[first.CaseReference!, "Niet terecht", "Het team was bereikbaar."]) Assert.Contains(said, officer.Text("#reviewed tbody"), StringComparison.Ordinal);
        await officer.Send(("Judge.Remark", ""), ("Judge.Verdict", "Justified"));

        Assert.Empty(officer.Page.QuerySelectorAll("#waiting"));
        Assert.Equal(2, officer.Page.QuerySelectorAll("#reviewed tbody tr").Length);
    }

    [Theory, BothDatabases]
    public async Task Nobody_judges_their_own_of_two_who_judge_at_once_one_does_and_who_reviews_nothing_judges_nothing(Database database)
    {
        await using var town = await Town.On(database);
        var debt = await town.Debt();
        using var both = await town.SignIn("bo", [], Role.Agent, Role.PrivacyOfficer);
        var own = await town.ActorOf("bo");
        Assert.True((await town.Opens(own, debt.CaseReference)).Succeeded);

        await both.Open("/beheer/inzage");
        Assert.Contains("U opende dit zelf", both.Text("#waiting"), StringComparison.Ordinal);
        Assert.Empty(both.Page.QuerySelectorAll("[name='Judge.Remark']"));
        var emergency = Assert.Single(await town.Waiting(own)).Id;
        Assert.Equal("emergency.own-review", (await town.Judges(own, emergency, EmergencyVerdict.Justified)).Failure?.Code);
        var agent = await town.Somebody(Role.Agent);
        Assert.Equal("organisation.forbidden", (await town.Judges(agent, emergency, EmergencyVerdict.Justified)).Failure?.Code);
        Assert.Empty(await town.Waiting(agent));

        var officers = new[] { await town.Colleague("petra", Role.PrivacyOfficer), await town.Colleague("arjan", Role.Auditor) };
        var judged = await Task.WhenAll(officers.Select(officer => town.Judges(officer, emergency, EmergencyVerdict.Justified)));
        Assert.Equal("emergency.reviewed-already", Assert.Single(judged, one => !one.Succeeded).Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Who_looked_at_somebody_shows_by_the_reference_of_their_case_with_what_for_and_without_a_name(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        using var agent = await town.SignIn("fatima", [], Role.Agent);
        var receipt = await town.Receives(await town.Somebody(Role.Agent), Bench, new MatterEnding.NewCase(), Emergencies.Jo);
        var customer = (await town.Sees(Actor.System, receipt.Reference)).Participants[0].Customer!.Value.Value;
        await agent.Open("/zaken/" + receipt.CaseReference);
        await agent.Open("/klanten/" + customer);
        Assert.Equal(HttpStatusCode.OK, agent.Status);
        using var officer = await town.SignIn(Role.PrivacyOfficer);

        foreach (var reference in (string[])[receipt.CaseReference!, receipt.Reference])
        {
            await officer.Open("/beheer/inzage?Form.Reference=" + reference);
            foreach (var said in (string[])["zaak openen", "pagina van een inwoner openen", "fatima"]) Assert.Contains(said, officer.Text("#looks tbody"), StringComparison.Ordinal);
        }

        // However much of what was asked about it is about, an entry counts once.
        var rows = officer.Page.QuerySelectorAll("#looks tbody tr").Select(row => row.TextContent).ToList();
        Assert.Single(rows, row => row.Contains("zaak openen", StringComparison.Ordinal));
        foreach (var name in (string[])["Jo Bakker", "12345678", "bankje"]) Assert.DoesNotContain(name, officer.Text("main"), StringComparison.Ordinal);

        await officer.Open("/beheer/inzage?Form.Reference=" + receipt.CaseReference);
        Assert.Contains("Gebeurtenissen bekeken", officer.Text("#looks tbody"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Looks_come_a_page_at_a_time_each_once_and_what_cannot_be_looked_for_is_said(Database database)
    {
        await using var town = await Town.On(database);
        var agent = await town.Somebody(Role.Agent);
        var receipt = await town.Receives(agent, Bench, new MatterEnding.NewCase(), Emergencies.Jo);
        for (var times = 0; times < 60; times++) await town.Sees(agent, receipt.Reference);
        using var officer = await town.SignIn(Role.PrivacyOfficer);

        await officer.Open("/beheer/inzage?Form.Reference=" + receipt.Reference);
        var seen = officer.Page.QuerySelectorAll("#looks tbody tr").Length;
        await officer.Open(officer.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        seen += officer.Page.QuerySelectorAll("#looks tbody tr").Length;
        Assert.Equal(60, seen);   // what the officer looked at meanwhile is newer than where the second page begins

        await officer.Open("/beheer/inzage?Form.Reference=HLM-0000-0000");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "HLM-0000-0000"), (officer.Status, officer.Value("Form.Reference")));
        Assert.Empty(officer.Page.QuerySelectorAll("#looks"));
    }

    [Theory, BothDatabases]
    public async Task Who_opens_very_much_without_having_work_on_it_strikes_the_eye_and_who_does_something_with_it_does_not(Database database)
    {
        await using var town = await Town.On(database);
        var (curious, busy) = (await town.Colleague("henk", Role.Handler), await town.Colleague("ada", Role.Handler));
        List<MatterReceipt> cases = [];
        for (var number = 0; number <= StrikingReaders.Many; number++) cases.Add(await town.Receives(Actor.System, Bench, new MatterEnding.NewCase()));
        foreach (var one in cases)
        {
            await town.Sees(curious, one.Reference);
            await town.Sees(busy, one.Reference);
            await Note(one, busy);
        }

        await town.Sees(curious, cases[0].Reference);   // twice is one case
        using var officer = await town.SignIn(Role.PrivacyOfficer);
        await officer.Open("/beheer/inzage");
        var row = Assert.Single(officer.Page.QuerySelectorAll("#striking tbody tr"));
        foreach (var said in (string[])["henk", (StrikingReaders.Many + 1).ToString(CultureInfo.InvariantCulture)]) Assert.Contains(said, row.TextContent, StringComparison.Ordinal);

        await officer.Open(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "henk"), (officer.Status, officer.Value("Form.Colleague")));

        foreach (var one in cases.Take(2)) await Note(one, curious);
        await officer.Open("/beheer/inzage");
        Assert.Empty(officer.Page.QuerySelectorAll("#striking"));
        Assert.Empty(await town.Use<StrikingReaders, IReadOnlyList<StrikingReader>>(readers => readers.Handle(curious, TestContext.Current.CancellationToken)));

        async Task Note(MatterReceipt about, Actor by) => Assert.True((await town.Use<WriteNote, Result<ChangedCase>>(note =>
            note.Handle(new CaseChange(RequestKey.None, about.Case!.Value, by), "Ik ga kijken.", TestContext.Current.CancellationToken))).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task What_is_with_their_own_team_is_their_work_and_after_a_month_it_is_forgotten(Database database)
    {
        await using var town = await Town.On(database);
        town.SetTo(hour: 10);
        var member = await town.Somebody(Role.Handler, "income-and-debt");
        var debt = new NewMatter(Emergencies.Subject, Category: "debt", Place: Calls.Lamp);
        var curious = await town.Colleague("henk", Role.Handler);
        for (var number = 0; number < StrikingReaders.Many; number++)
        {
            await town.Sees(member, (await town.Receives(Actor.System, debt, new MatterEnding.NewCase())).Reference);
            await town.Sees(curious, (await town.Receives(Actor.System, Bench, new MatterEnding.NewCase())).Reference);
        }

        var officer = await town.Colleague("petra", Role.PrivacyOfficer);
        Assert.Equal(curious.Staff, Assert.Single(await Striking()).Staff);
        town.Tenant.Clock.SetTo(town.Tenant.Clock.Now() + Duration.FromDays(OpenedThings.Days));
        Assert.Empty(await Striking());

        Task<IReadOnlyList<StrikingReader>> Striking() => town.Use<StrikingReaders, IReadOnlyList<StrikingReader>>(readers => readers.Handle(officer, TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task Who_may_not_review_sees_nothing(Database database)
    {
        await using var town = await Town.On(database);
        foreach (var role in (Role[])[Role.Agent, Role.Handler, Role.TeamLead, Role.FunctionalAdministrator, Role.SystemAdministrator, Role.Manager])
        {
            using var other = await town.SignIn(role);
            await other.Open("/beheer/inzage");
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, other.Status));
        }
    }
}

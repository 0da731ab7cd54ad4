using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Organisation.Teams;
using Loket.Storage.Journal;
using Loket.Testing;
using Xunit;
using static Loket.Integration.Cases.CallbackCalls;

namespace Loket.Integration.Cases;

/// <summary>A promise to call is known to who may know of what it is about, and takes the place of nothing that the law asks (row A6).</summary>
public sealed class CallbackSecretTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_sensitive_one_exists_for_its_group_alone_and_says_nothing_in_mail(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        await Crew.In(town);
        var host = await town.Somebody(Role.DeskHost);
        var agent = await town.Somebody(Role.Agent);
        var matter = new NewMatter("Mijn schulden lopen op", Category: "debt");
        var made = (await town.Receives(host, matter, new MatterEnding.CallBack(new NewCallback(null, Window(3, 13, 15))), Caller)).Reference;
        await town.RunJobs();

        Assert.False((await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(made, agent, Cancel))).Succeeded);
        Assert.Empty(await town.Use<OpenCallbacksOf, IReadOnlyList<CallbackRow>>(open => open.Handle(Caller.Phone, RequestKey.None, agent, Cancel)));
        Assert.DoesNotContain(made, (await town.Use<CallbackLists, CallbackPage>(lists => lists.Page(CallbackListKind.All, agent, 50, null, Cancel))).Rows.Select(row => row.Reference));
        Assert.Equal(0, (await town.Use<CallbackLists, CallbackCounts>(lists => lists.Counts(agent, Cancel))).All);
        Assert.All(mailbox.Mail.Arrived, mail => Assert.DoesNotContain("lopen op", mail.Read().TextBody + mail.Read().Subject, StringComparison.OrdinalIgnoreCase));
        Assert.Single(mailbox.MailsTo("terug@inwoner.example"));

        // And it cannot go to a team that may not know.
        var elsewhere = (await town.Use<TeamDirectory, IReadOnlyList<TeamCard>>(teams => teams.All(Cancel))).First(team => team.Groups.Count == 0).Id;
        var refused = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(
            new RegisterContact.Request(RequestKey.None, new NewContact(Channel.Phone, null, Caller, null, [matter]), [new MatterEnding.CallBack(new NewCallback(new CallbackOwner(elsewhere, null), Window(3, 13, 15)))], host), Cancel));
        Assert.Equal("callback.team-may-not-know", refused.Failure?.Code);
    }

    [Theory, BothDatabases]
    public async Task Figures_count_for_each_reader_what_they_may_know_of(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var others = (await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find(Loket.Demo.Town.TeamKeys.Lighting, Cancel)))!;
        var secret = (await town.Use<TeamDirectory, TeamCard?>(teams => teams.Find(Loket.Demo.Town.TeamKeys.IncomeAndDebt, Cancel)))!;
        await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15);
        await Asks(town, agent, new CallbackOwner(others.Id, null), 13, 15, "+31612345691");
        await town.Receives(
            await town.Somebody(Role.DeskHost), new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.CallBack(new NewCallback(new CallbackOwner(secret.Id, null), Window(3, 13, 15))),
            Caller with { Phone = "+31612345692" });
        var account = new PlannedAccount(TownSignIn.Password, TownSignIn.CodeKey);
        var made = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(
            new OrganisationPlan(Staff:
            [
                new("wethouder", "W. Wethouder", [Role.Alderman], [], Account: account),
                new("insider", "I. Insider", [Role.TeamLead], [secret.Key], Account: account),
                new("wijk", "W. Wijk", [Role.TeamLead], ["crew"], Account: account),
            ]),
            Cancel));
        Assert.True(made.Succeeded, made.Failure?.Code);
        await town.Bound("wijk", "hoofddorp");

        foreach (var (who, sees) in ((string, string[])[])[("wethouder", ["Herstelploeg", others.Name]), ("insider", ["Herstelploeg", others.Name, secret.Name]), ("wijk", ["Herstelploeg"])])
        {
            using var reader = new Visitor(town.Client());
            await reader.SignIn(who);
            await reader.Open("/terugbellen/cijfers");
            var rows = reader.Page.QuerySelectorAll("#figures tbody th").Select(row => row.TextContent.Trim()).ToList();
            Assert.Equal(sees.Order(StringComparer.Ordinal), rows.SkipLast(1).Order(StringComparer.Ordinal));
            Assert.Matches($@"Alle teams\s+{sees.Length}\s", reader.Text("#figures"));
        }
    }

    [Theory, BothDatabases]
    public async Task It_goes_to_nobody_who_may_not_open_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var manager = (await town.Use<StaffDirectory, StaffCard?>(people => people.Find("manager", Cancel)))!.Id;
        var made = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(crew.Team, null), 13, 15));
        var insider = await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.IncomeAndDebt);
        var secret = await Sees(town, insider, (await town.Receives(
            insider, new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.CallBack(new NewCallback(null, Window(3, 13, 15))), Caller with { Phone = "+31612345699" })).Reference);

        Assert.Equal("callback.person-may-not-call", await HandsOn(agent, made, manager));
        Assert.Null(await HandsOn(agent, made, crew.Handler));
        Assert.Equal("callback.person-may-not-call", await HandsOn(insider, secret, crew.Handler));
        Assert.Null(await HandsOn(insider, secret, insider.Staff!.Value));
        var refused = await town.Use<RegisterContact, Result<ContactReceipt>>(register => register.Handle(new RegisterContact.Request(
            RequestKey.None, new NewContact(Channel.Phone, null, Caller, null, [Question]), [new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, manager), Window(3, 13, 15)))], agent), Cancel));
        Assert.Equal("callback.person-may-not-call", refused.Failure?.Code);

        async Task<string?> HandsOn(Actor by, CallbackView which, StaffId to) =>
            (await town.Use<HandOnCallback, Result<Done>>(hand => hand.Handle(new CallbackChange(RequestKey.None, which.Id, by), new CallbackOwner(null, to), null, Cancel))).Failure?.Code;
    }

    [Theory, BothDatabases]
    public async Task When_its_case_proves_sensitive_the_request_follows_to_who_may_know_and_back(Database database)
    {
        await using var town = await Town.On(database);
        await using var mailbox = await Mailbox.In(town);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var insider = await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.IncomeAndDebt);
        var taken = await town.Receives(agent, new NewMatter("Kunt u mij bellen?"), new MatterEnding.NewCase(), Caller);
        Assert.True(Reference.TryParse(taken.Reference, out var reference));
        var made = (await town.Use<MakeCallback, Result<RegisteredCallback>>(make => make.Handle(
            new MakeCallback.Request(RequestKey.None, reference, new NewCallback(new CallbackOwner(null, crew.Handler), Window(3, 13, 15)), agent), Cancel))).Value;

        await Classified(agent, "debt");
        Assert.Equal("callback.not-found", (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(made.Reference, agent, Cancel))).Failure?.Code);
        Assert.Empty(await Mine(town, crew));
        Assert.Equal(0, (await town.Use<CallbackLists, CallbackCounts>(lists => lists.Counts(agent, Cancel))).All);
        var seen = await Sees(town, insider, made.Reference);
        Assert.NotNull(seen.SensitiveGroup);
        Assert.NotEqual(crew.Team, seen.Team);
        Assert.Null(seen.Owner);
        var lines = await town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(seen.Id.Value, Audience.Audit, 50, null, Cancel));
        Assert.Single(lines, line => line.Happened is CallbackHandedOn handedOn && handedOn.Team == seen.Team);

        await Classified(insider, "pavement");
        Assert.Null((await Sees(town, agent, made.Reference)).SensitiveGroup);

        async Task Classified(Actor by, string category)
        {
            var done = await town.Use<ClassifyCase, Result<ChangedCase>>(classify => classify.Handle(new CaseChange(RequestKey.None, taken.Case!.Value, by), category, Cancel));
            Assert.True(done.Succeeded, done.Failure?.Code);
        }
    }

    [Theory, BothDatabases]
    public async Task Who_calls_again_about_a_debt_makes_the_request_a_secret_with_what_was_told_about_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var insider = await town.Somebody(Role.Handler, Loket.Demo.Town.TeamKeys.IncomeAndDebt);
        var made = await Sees(town, agent, await Asks(town, agent, new CallbackOwner(null, crew.Handler), 13, 15));

        var again = await town.Receives(await town.Somebody(Role.DeskHost), new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.CallBackAgain(made.Id), Caller);

        Assert.Equal("callback.not-found", (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(made.Reference, agent, Cancel))).Failure?.Code);
        var seen = await Sees(town, insider, made.Reference);
        Assert.NotNull(seen.SensitiveGroup);
        Assert.NotEqual(crew.Team, seen.Team);
        Assert.Equal([made.Reference, again.Reference], seen.Asks.Select(asked => asked.Reference));

        // Taken back, it is what it was.
        Assert.Null(await Undo(town, Actor.System, again.Reference));
        Assert.Null((await Sees(town, agent, made.Reference)).SensitiveGroup);
    }

    [Theory, BothDatabases]
    public async Task What_may_be_a_formal_paper_has_its_case_and_the_promise_stands_and_both_are_undone_as_one(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var claim = new NewMatter("Val over de stoep", "Ik stel u aansprakelijk.");

        var taken = await town.Receives(agent, claim, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), Window(3, 13, 15))), Caller);
        Assert.Equal(Outcome.NewCase, taken.Outcome);
        Assert.Equal(FormalPaper.DamageClaim, (await town.Sees(Actor.System, taken.Reference)).ProposedPaper);
        var seen = await Sees(town, agent, taken.Reference);
        Assert.Equal((taken.CaseReference, crew.Handler, Window(3, 13, 15)), (seen.CaseReference, seen.Owner, seen.Window));
        Assert.Equal(taken.Reference, (await town.Use<ReadReceipt, TakenMatter?>(read => read.Handle(taken.Reference, agent, Cancel)))!.Callback?.Reference);

        var again = await town.Receives(agent, claim, new MatterEnding.CallBackAgain(seen.Id), Caller);
        Assert.Equal((Outcome.NewCase, 1), (again.Outcome, (await Sees(town, agent, taken.Reference)).Raised));
        Assert.Null(await Undo(town, agent, again.Reference));
        Assert.Equal(0, (await Sees(town, agent, taken.Reference)).Raised);
        Assert.Null(await Undo(town, agent, taken.Reference));
        Assert.Equal(CallbackOutcome.Undone, (await Sees(town, agent, taken.Reference)).Outcome);
    }

    [Theory, BothDatabases]
    public async Task About_a_contact_without_an_ending_no_callback_is_made_beside_what_ends_it(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var agent = await town.Somebody(Role.Agent);
        var taken = await town.Receives(agent, new NewMatter("Ik maak bezwaar tegen uw besluit", FormalPaper: FormalPaper.Objection), new MatterEnding.NewCase(), Caller);
        Assert.Null(await Undo(town, agent, taken.Reference));

        Assert.Equal("callback.matter-open", await Makes(town, agent, taken.Reference, crew));
        Assert.True(Reference.TryParse(taken.Reference, out var reference));
        var ended = await town.Use<EndMatter, Result<MatterReceipt>>(end => end.Handle(new EndMatter.Request(
            RequestKey.None, reference, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(crew.Team, null), Window(3, 13, 15))), FormalPaper.Objection, agent), Cancel));
        Assert.Equal(Outcome.NewCase, ended.Value.Outcome);
        Assert.Equal(FormalPaper.Objection, (await town.Sees(Actor.System, taken.Reference)).Paper);
        Assert.Equal(ended.Value.CaseReference, (await Sees(town, agent, taken.Reference)).CaseReference);
    }
}

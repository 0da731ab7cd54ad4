using Loket.Cases;
using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Cases.Routing;
using Loket.Cases.Tasks;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.SetUp;
using Loket.Places;
using Loket.Storage.Journal;
using Loket.Testing;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>Of who is ill or leaves, all work goes back to the team at once.</summary>
public sealed class GiveBackWorkTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly NewMatter Bench = new("bankje kapot", Category: "pavement", Place: new Place { Area = "nieuwemeer", Text = "bij de speeltuin" });

    [Theory, BothDatabases]
    public async Task Who_leads_gives_it_all_back_in_one_action_and_others_may_not(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var (first, second, callback) = await Busy(town, crew);
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        var stranger = await town.Somebody(Role.TeamLead);

        Assert.Equal("organisation.forbidden", (await GiveBack(town, crew, stranger)).Failure?.Code);
        Assert.True((await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, stranger, Cancel))).IsEmpty);
        Assert.Equal(new WorkInHand(2, 1), await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, lead, Cancel)));
        Assert.Equal(new WorkInHand(2, 1), (await GiveBack(town, crew, lead)).Value);

        await IsBack(town, crew, first, second, callback);
        Assert.True((await GiveBack(town, crew, lead)).Value.IsEmpty);
        await IsWritten(town, crew, lead.Who, first, second, callback);
    }

    [Theory, BothDatabases]
    public async Task What_lies_outside_the_bounds_of_who_gives_it_back_goes_back_and_is_not_counted(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        await crew.Takes(Bench, crew.Handler);
        var far = await crew.Takes(Bench with { Place = new Place { Area = "hoofddorp" } }, crew.Handler);
        await town.Bound("lead", "nieuwemeer");
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;

        Assert.Equal(new WorkInHand(1, 0), await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, lead, Cancel)));
        Assert.Equal(new WorkInHand(1, 0), (await GiveBack(town, crew, lead)).Value);
        Assert.Null((await town.Sees(Actor.System, far.Reference)).Handler);
    }

    [Theory, BothDatabases]
    public async Task Of_who_no_longer_works_here_it_goes_back_by_itself(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var (first, second, callback) = await Busy(town, crew);

        var closed = await town.Use<CloseStaff, Result<Done>>(close => close.Handle(new CloseStaff.Request(RequestKey.None, crew.Handler, Actor.System), Cancel));

        Assert.True(closed.Succeeded, closed.Failure?.Code);
        await IsBack(town, crew, first, second, callback);
        await IsWritten(town, crew, Who.System, first, second, callback);
    }

    [Theory, BothDatabases]
    public async Task What_no_team_has_goes_to_who_places_things(Database database)
    {
        await using var town = await Town.On(database);
        var alone = (await town.Make(new PlannedStaff("alone", "A. Alone", [Role.Handler]))).Staff["alone"];
        var by = (await town.Use<Actors, Actor?>(actors => actors.Of(alone, Cancel)))!;
        var bench = await town.Receives(await town.Somebody(Role.Agent), new NewMatter("bankje kapot bij de speeltuin"), new MatterEnding.NewCase());
        Assert.True((await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(new CaseChange(RequestKey.None, bench.Case!.Value, by), Cancel))).Succeeded);
        Assert.Equal((null, alone), ((await town.Sees(Actor.System, bench.Reference)).Team, (await town.Sees(Actor.System, bench.Reference)).Handler));

        var given = await town.Use<GiveBackWork, Result<WorkInHand>>(work => work.Handle(new GiveBackWork.Request(RequestKey.None, alone, by), Cancel));

        Assert.Equal(new WorkInHand(1, 0), given.Value);
        var found = await town.Sees(Actor.System, bench.Reference);
        Assert.Equal((null, TriageReason.NobodyThere), (found.Handler, found.TriageReason!.Value));
    }

    [Theory, BothDatabases]
    public async Task What_the_lead_may_not_know_of_is_not_counted_for_them_and_goes_back_all_the_same(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var put = await town.Use<SetUpOrganisation, Result<OrganisationKeys>>(setUp => setUp.Handle(new OrganisationPlan(
            Staff: [new("handler", "H. Handler", [Role.Handler], ["crew", Loket.Demo.Town.TeamKeys.IncomeAndDebt], "handler@crew.example")]), Cancel));
        Assert.True(put.Succeeded, put.Failure?.Code);
        var handler = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Handler, Cancel)))!;
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        await crew.Takes(Bench, crew.Handler);
        var debt = await town.Receives(handler, new NewMatter("Mijn schulden lopen op", Category: "debt"), new MatterEnding.NewCase());
        Assert.True((await town.Use<TakeCase, Result<ChangedCase>>(take => take.Handle(new CaseChange(RequestKey.None, debt.Case!.Value, handler), Cancel))).Succeeded);
        var asked = await Asks(town, handler, crew, new NewMatter("Schulden: kunt u bellen?", Category: "debt"));

        Assert.Equal(new WorkInHand(2, 1), await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, handler, Cancel)));
        Assert.Equal(new WorkInHand(1, 0), await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, lead, Cancel)));
        Assert.Equal(new WorkInHand(1, 0), (await GiveBack(town, crew, lead)).Value);

        Assert.Null((await town.Sees(Actor.System, debt.Reference)).Handler);
        Assert.Null((await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(asked, Actor.System, Cancel))).Value.Owner);
        Assert.True((await town.Use<GiveBackWork, WorkInHand>(work => work.Count(crew.Handler, handler, Cancel))).IsEmpty);

        // Who sees nothing of it can still give it back, from the page that doesn't say whether there is any.
        using var administrator = await town.SignIn(Role.SystemAdministrator);
        await administrator.Open("/beheer/mensen/handler");
        Assert.Contains("U ziet geen werk van deze collega.", administrator.Text("main"), StringComparison.Ordinal);
        Assert.Contains("ook wat u niet ziet", administrator.Text("form[action*='handler=GiveBack'] button"), StringComparison.Ordinal);
        await administrator.Follow(administrator.Pressed("GiveBack"));
        Assert.Contains("Het werk is terug bij het team", administrator.Text("main .loket-alert"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_they_had_to_do_in_cases_of_others_goes_to_the_team_of_the_case_too(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        using var administrator = await town.SignIn(Role.FunctionalAdministrator);
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[0].Nl", "Foto maken"), ("Form.Tasks[0].En", "Take a photo"));
        await administrator.Open("/beheer/zaaktypen/report/taken");
        await administrator.Send(("Form.Tasks[1].Nl", "Wortel kappen"), ("Form.Tasks[1].En", "Cut the root"), ("Form.Tasks[1].After", "t-foto-maken"), ("Form.Tasks[1].Owner", "Role Handler"));
        await administrator.Press("Neem in gebruik");
        var opened = await crew.Takes(Bench, crew.Handler);
        var handler = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Handler, Cancel)))!;
        var photo = Assert.Single((await town.Sees(Actor.System, opened.Reference)).Tasks).Id;
        var done = await town.Use<FinishTask, Result<ChangedCase>>(finish => finish.Handle(new CaseChange(RequestKey.None, opened.Case!.Value, handler), photo, null, Cancel));
        Assert.True(done.Succeeded, done.Failure?.Code);
        var doer = (await Root()).Staff!.Value;

        var given = await town.Use<GiveBackWork, Result<WorkInHand>>(work => work.Handle(new GiveBackWork.Request(RequestKey.None, doer, Actor.System), Cancel));

        Assert.Equal(1, given.Value.Tasks);
        Assert.Equal((crew.Team, null), ((await Root()).Team, (await Root()).Staff));

        async Task<CaseTaskView> Root() => (await town.Sees(Actor.System, opened.Reference)).Tasks.Single(task => task.Nl == "Wortel kappen");
    }

    private static Task<Result<WorkInHand>> GiveBack(Town town, Crew crew, Actor by) =>
        town.Use<GiveBackWork, Result<WorkInHand>>(work => work.Handle(new GiveBackWork.Request(RequestKey.None, crew.Handler, by), Cancel));

    private static async Task<(string First, string Second, string Callback)> Busy(Town town, Crew crew)
    {
        var (first, second) = (await crew.Takes(Bench, crew.Handler), await crew.Takes(Bench, crew.Handler));
        return (first.Reference, second.Reference, await Asks(town, await town.Somebody(Role.Agent), crew, new NewMatter("Vraag over de kapvergunning")));
    }

    // Somebody is to be called back by the handler; gives the reference.
    private static async Task<string> Asks(Town town, Actor by, Crew crew, NewMatter matter)
    {
        var from = new LocalDateTime(2026, 3, 3, 13, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
        var asked = await town.Receives(
            by, matter, new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), new CallWindow(from, from + Duration.FromHours(2)))), new CustomerDetails("T. Terug", "+31612345678"));
        return asked.Reference;
    }

    // Of each thing once, by whoever gave it back.
    private static async Task IsWritten(Town town, Crew crew, Who by, string first, string second, string callback)
    {
        foreach (var reference in new[] { first, second })
        {
            var back = Assert.Single(await Lines((await town.Sees(Actor.System, reference)).Id.Value), line => line.Happened is CaseHandedBack);
            Assert.Equal((by, crew.Handler), (back.By, ((CaseHandedBack)back.Happened!).Handler));
        }

        var request = (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(callback, Actor.System, Cancel))).Value;
        var on = Assert.Single(await Lines(request.Id.Value), line => line.Happened is CallbackHandedOn);
        Assert.Equal((by, crew.Team, null), (on.By, ((CallbackHandedOn)on.Happened!).Team, ((CallbackHandedOn)on.Happened).Owner));

        Task<IReadOnlyList<TimelineLine>> Lines(Guid subject) => town.Use<JournalReader, IReadOnlyList<TimelineLine>>(journal => journal.Timeline(subject, Audience.Audit, 100, null, Cancel));
    }

    private static async Task IsBack(Town town, Crew crew, string first, string second, string callback)
    {
        foreach (var reference in new[] { first, second })
        {
            var found = await town.Sees(Actor.System, reference);
            Assert.Equal((crew.Team, null), (found.Team, found.Handler));
        }

        var request = (await town.Use<OpenCallback, Result<CallbackView>>(open => open.Handle(callback, Actor.System, Cancel))).Value;
        Assert.Equal((crew.Team, null), (request.Team, request.Owner));
    }
}

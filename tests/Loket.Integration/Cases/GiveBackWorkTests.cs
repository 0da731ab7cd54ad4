using Loket.Cases.Callbacks;
using Loket.Cases.Handling;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Kernel.Calendars;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Places;
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
    }

    private static Task<Result<WorkInHand>> GiveBack(Town town, Crew crew, Actor by) =>
        town.Use<GiveBackWork, Result<WorkInHand>>(work => work.Handle(new GiveBackWork.Request(RequestKey.None, crew.Handler, by), Cancel));

    private static async Task<(string First, string Second, string Callback)> Busy(Town town, Crew crew)
    {
        var (first, second) = (await crew.Takes(Bench, crew.Handler), await crew.Takes(Bench, crew.Handler));
        var from = new LocalDateTime(2026, 3, 3, 13, 0).InZoneStrictly(MunicipalCalendar.Amsterdam).ToInstant();
        var asked = await town.Receives(
            await town.Somebody(Role.Agent), new NewMatter("Vraag over de kapvergunning"),
            new MatterEnding.CallBack(new NewCallback(new CallbackOwner(null, crew.Handler), new CallWindow(from, from + Duration.FromHours(2)))), new CustomerDetails("T. Terug", "+31612345678"));
        return (first.Reference, second.Reference, asked.Reference);
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

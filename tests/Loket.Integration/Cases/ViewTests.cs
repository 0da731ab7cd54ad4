using Loket.Cases;
using Loket.Cases.Bulk;
using Loket.Cases.Reading;
using Loket.Cases.Views;
using Loket.Contacts;
using Loket.Intake.Register;
using Loket.Kernel;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Loket.Integration.Cases;

/// <summary>What is kept of working on lists goes when it is of use to nobody any more.</summary>
public sealed class ViewTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly WorklistQuery Whole = new(WorklistKind.All, new WorklistFilter(null, null, null, null, false, null, false), WorklistSort.Deadline);

    [Theory, BothDatabases]
    public async Task Who_leaves_takes_their_own_views_along_and_the_views_of_the_team_stay(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var lead = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Lead, Cancel)))!;
        Assert.True((await Save(town, lead, "Van mij", null)).Succeeded);
        Assert.True((await Save(town, lead, "Van ons", crew.Team)).Succeeded);

        Assert.True((await town.Use<CloseStaff, Result<Done>>(close => close.Handle(new CloseStaff.Request(RequestKey.None, crew.Lead, Actor.System), Cancel))).Succeeded);

        await using var db = town.Open();
        Assert.Equal(["Van ons"], await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM saved_views").ToListAsync(Cancel));
    }

    [Theory, BothDatabases]
    public async Task Nobody_keeps_more_views_than_anybody_finds_back(Database database)
    {
        await using var town = await Town.On(database);
        var handler = await town.Somebody(Role.Handler);
        for (var number = 0; number < SaveView.Most; number++) Assert.True((await Save(town, handler, $"Overzicht {number}", null)).Succeeded);

        Assert.Equal("view.too-many", (await Save(town, handler, "Nog een", null)).Failure?.Code);
        Assert.True((await Save(town, handler, "Overzicht 1", null)).Succeeded);
    }

    [Theory, BothDatabases]
    public async Task What_was_done_to_several_cases_is_forgotten_after_a_day(Database database)
    {
        await using var town = await Town.On(database);
        var crew = await Crew.In(town);
        var handler = (await town.Use<Actors, Actor?>(actors => actors.Of(crew.Handler, Cancel)))!;
        var bench = await crew.Takes(new NewMatter("bankje kapot", Category: "pavement"), null);
        var seen = new SeenCase(bench.Case!.Value, (await town.Sees(Actor.System, bench.Reference)).Version);
        Assert.Equal(1, (await town.Use<TakeCases, Result<BulkOutcome>>(take => take.Handle(new BulkChange(RequestKey.None, [seen], handler), Cancel))).Value.Done);
        Assert.Equal(1, await Acts(town));

        await town.PlanSchedules();
        await town.Pass(Duration.FromHours(26));

        Assert.Equal(0, await Acts(town));
    }

    private static Task<Result<SavedViewId>> Save(Town town, Actor by, string name, Loket.Organisation.TeamId? team) =>
        town.Use<SaveView, Result<SavedViewId>>(save => save.Handle(new SaveView.Request(RequestKey.None, name, team, Whole, by), Cancel));

    private static async Task<int> Acts(Town town)
    {
        await using var db = town.Open();
        return await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM bulk_acts").SingleAsync(Cancel);
    }
}

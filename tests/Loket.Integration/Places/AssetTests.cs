using Loket.Kernel;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Places;

public sealed class AssetTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Assets Reading = new();

    [Theory, BothDatabases]
    public async Task A_lamp_is_found_however_its_number_is_said(Database database)
    {
        await using var town = await SmallTown.On(database);

        foreach (var typed in new[] { "lamp 118-042", "lamp 118 042", "Lantaarnpaal 118042", "lamp 118-042 brandt niet" })
        {
            var found = await town.Read(db => Reading.Find(db, typed, Cancel));
            Assert.Equal((typed, "118-042", AssetKind.LampPost), (typed, found?.Number, found?.Kind));
        }

        Assert.Equal("C118-01", (await town.Read(db => Reading.Find(db, "c118 01", Cancel)))?.Number);
        Assert.Null(await town.Read(db => Reading.Find(db, "999-999", Cancel)));
        Assert.Null(await town.Read(db => Reading.Find(db, "", Cancel)));
    }

    [Theory, BothDatabases]
    public async Task A_number_that_a_lamp_and_a_tree_share_needs_its_kind(Database database)
    {
        await using var town = await SmallTown.On(database);

        Assert.Null(await town.Read(db => Reading.Find(db, "118 042", Cancel)));
        Assert.Equal(2, (await town.Read(db => Reading.FindAll(db, "118042", Cancel))).Count);
        Assert.Equal(AssetKind.Tree, (await town.Read(db => Reading.Find(db, "boom 118042", Cancel)))?.Kind);
    }

    [Theory, BothDatabases]
    public async Task What_stands_near_comes_nearest_first_and_not_beyond_the_radius(Database database)
    {
        await using var town = await SmallTown.On(database);

        var near = await town.Read(db => Reading.Near(db, SmallTown.Lamp42, 25, null, 10, Cancel));
        var nearer = await town.Read(db => Reading.Near(db, SmallTown.Lamp42, 24.9, AssetKind.LampPost, 10, Cancel));

        Assert.Equal(["118-042", "C118-01", "118-043"], near.Select(one => one.Asset.Number));
        Assert.Equal(25, near[2].Metres, 6);
        Assert.Equal(["118-042"], nearer.Select(one => one.Asset.Number));
    }

    [Theory, BothDatabases]
    public async Task What_stands_on_a_street_is_listed_by_number(Database database)
    {
        await using var town = await SmallTown.On(database);

        var lamps = await town.Read(db => Reading.OnStreet(db, "nieuwe meerdijk", null, AssetKind.LampPost, 10, Cancel));
        var elsewhere = await town.Read(db => Reading.OnStreet(db, "nieuwe meerdijk", ["zwanenburg"], null, 10, Cancel));

        Assert.Equal(["118-042", "118-043"], lamps.Select(lamp => lamp.Number));
        Assert.Equal((null, "street-light-contractor", "118-K4"), (lamps[0].Owner, lamps[0].Contractor, lamps[0].Feeder));
        Assert.Empty(elsewhere);
    }

    [Theory, BothDatabases]
    public async Task Bringing_in_the_same_again_changes_nothing_and_something_else_changes_that(Database database)
    {
        await using var town = await SmallTown.On(database);
        var before = await town.Read(db => Reading.Find(db, "lamp 118-042", Cancel));

        await SmallTown.Bring(town, new SetUpPlaces.Request(SmallTown.Areas, SmallTown.Addresses, [SmallTown.Assets[0] with { Owner = "grid-operator" }], Who.System));
        var after = await town.Read(db => Reading.Find(db, "lamp 118-042", Cancel));

        Assert.Equal(before! with { Owner = "grid-operator" }, after);
    }
}

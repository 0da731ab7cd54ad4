using Loket.Kernel;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Places;

public sealed class AreaTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly AreaTree Tree = new();

    [Theory, BothDatabases]
    public async Task A_core_lies_in_its_village_and_area(Database database)
    {
        await using var town = await SmallTown.On(database);

        Assert.Equal(["nieuwemeer", "badhoevedorp", "north"], await town.Read(db => Tree.AndAbove(db, "nieuwemeer", Cancel)));
        Assert.Empty(await town.Read(db => Tree.AndAbove(db, null, Cancel)));
        Assert.Empty(await town.Read(db => Tree.AndAbove(db, "atlantis", Cancel)));
    }

    [Theory, BothDatabases]
    public async Task Areas_that_hold_each_other_are_walked_once_and_still_listed(Database database)
    {
        await using var town = await SmallTown.On(database);
        AreaCard[] circle = [new("a", "Aa", AreaKind.Village, "b"), new("b", "Bee", AreaKind.Village, "a"), new("c", "Cee", AreaKind.Core, "a"), new("d", "Dee", AreaKind.Core, "d")];

        Assert.True((await SmallTown.Bring(town, new SetUpPlaces.Request(circle, [], [], Who.System))).Succeeded);

        Assert.Equal(["c", "a", "b"], await town.Read(db => Tree.AndAbove(db, "c", Cancel)));
        Assert.Equal(["d"], await town.Read(db => Tree.AndAbove(db, "d", Cancel)));
        var all = await town.Read(db => Tree.All(db, Cancel));
        Assert.Equal(["a", "b", "badhoevedorp", "c", "d", "nieuw-vennep", "nieuwemeer", "north", "south", "t-kabel", "zwanenburg"],
            all.SelectMany(Flat).Order(StringComparer.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_village_is_known_by_what_people_type(Database database)
    {
        await using var town = await SmallTown.On(database);

        foreach (var (typed, key) in new[]
        {
            ("nieuw vennep", "nieuw-vennep"), ("NIEUW-VENNEP", "nieuw-vennep"), ("Nieuwvennep ", "nieuw-vennep"), ("’t kabel", "t-kabel"), ("kabel", "t-kabel"),
            ("de kabel", "t-kabel"), ("north", "north"), ("Atlantis", null), ("", null), ("🏠", null), ("\0", null),
        })
            Assert.Equal(key, (await town.Read(db => Tree.Find(db, typed, Cancel)))?.Key);
    }

    [Theory, BothDatabases]
    public async Task All_areas_hang_in_a_tree_by_name(Database database)
    {
        await using var town = await SmallTown.On(database);

        var all = await town.Read(db => Tree.All(db, Cancel));

        Assert.Equal(["Gebied Noord", "Gebied Zuid"], all.Select(node => node.Area.Name));
        Assert.Equal(["badhoevedorp", "nieuwemeer", "zwanenburg"], all[0].Holds.SelectMany(Flat));
        Assert.Equal(12_000, all[0].Holds[0].Area.Inhabitants);
    }

    [Theory, BothDatabases]
    public async Task An_area_in_an_unknown_one_is_refused_with_its_row(Database database)
    {
        await using var town = await SmallTown.On(database);

        var answer = await SmallTown.Bring(town, new SetUpPlaces.Request([new("x", "X", AreaKind.Village), new("y", "Y", AreaKind.Core, "nowhere")], [], [], Who.System));

        Assert.Equal(("places.wrong-row", 2), (answer.Failure?.Code, answer.Failure?.Arguments[0]));
        Assert.Null(await town.Read(db => Tree.Find(db, "x", Cancel)));
    }

    private static IEnumerable<string> Flat(AreaNode node) => node.Holds.SelectMany(Flat).Prepend(node.Area.Key);
}

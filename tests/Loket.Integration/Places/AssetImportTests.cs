using System.Text.Json;
using Loket.Kernel;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Places;

public sealed class AssetImportTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Assets Reading = new();

    [Theory, BothDatabases]
    public async Task A_complete_list_of_lamps_changes_adds_and_retires_lamps_but_no_trees(Database database)
    {
        await using var town = await SmallTown.On(database);

        var imported = await Import(town, AssetFile.Csv, true,
            "number;kind;x;y;street;owner\n118-042;lichtmast;113700;483900;Nieuwemeerdijk;grid-operator\n118-044;Lantaarnpaal;113750;483900;Nieuwemeerdijk;\n");

        Assert.Equal((1, 1, 1), (imported.Value.Added, imported.Value.Changed, imported.Value.Retired));
        Assert.Equal("grid-operator", (await Lamp(town, "lamp 118-042"))?.Owner);
        Assert.NotNull((await Lamp(town, "lamp 118-043"))?.RetiredAt);
        Assert.Null((await Lamp(town, "boom 118042"))?.RetiredAt);
        Assert.DoesNotContain("118-043", (await town.Read(db => Reading.Near(db, SmallTown.Lamp42, 100, null, 10, Cancel))).Select(near => near.Asset.Number));
    }

    [Theory, BothDatabases]
    public async Task Geojson_lines_come_in_with_degrees_turned_into_metres(Database database)
    {
        await using var town = await SmallTown.On(database);
        var degrees = SmallTown.Lamp42.ToWgs84();
        var line = JsonSerializer.Serialize(new
        {
            type = "Feature",
            geometry = new { type = "Point", coordinates = new[] { degrees.Longitude, degrees.Latitude } },
            properties = new { number = "118-045", kind = "lamp", area = "nieuwemeer", retired = "2025-03-01" },
        });

        var imported = await Import(town, AssetFile.GeoJsonLines, false, line + "\n\n");
        var lamp = await Lamp(town, "lamp 118-045");

        Assert.Equal(1, imported.Value.Added);
        Assert.InRange(lamp!.Position.MetresTo(SmallTown.Lamp42), 0, 0.5);
        Assert.Equal("2025-02-28T23:00:00Z", lamp.RetiredAt?.ToString());
    }

    [Theory, BothDatabases]
    public async Task A_wrong_row_is_named_and_nothing_happens(Database database)
    {
        await using var town = await SmallTown.On(database);

        foreach (var (format, file, row) in new[]
        {
            (AssetFile.Csv, "number,kind,x,y\n118-050,lamp,113700,483900\n118-051,olifant,113700,483900\n", 3),
            (AssetFile.Csv, "number,kind,x,y\n118-050,lamp,4.8,52.3\n", 2),
            (AssetFile.Csv, "number,kind,x,y\n118-050,lamp,,\n", 2),
            (AssetFile.Csv, "number,kind,x,y\n118-050,lamp,113700,483900\n118 050,lamp,113700,483901\n", 3),
            (AssetFile.GeoJsonLines, "{\"type\":\"Feature\"}\n", 1),
            (AssetFile.GeoJsonLines, "{\"properties\":{\"number\":\"1\",\"kind\":\"lamp\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[200,95]}}\n", 1),
            (AssetFile.GeoJsonLines, "no json\n", 1),
        })
        {
            var answer = await Import(town, format, true, file);
            Assert.Equal((file, row), (file, answer.Failure?.Arguments.FirstOrDefault()));
        }

        Assert.Null(await Lamp(town, "lamp 118-050"));
        Assert.Null((await Lamp(town, "lamp 118-042"))?.RetiredAt);
    }

    private static Task<AssetCard?> Lamp(Town town, string typed) => town.Read(db => Reading.Find(db, typed, Cancel));

    private static Task<Result<AssetsImported>> Import(Town town, AssetFile format, bool complete, string file) =>
        town.Use<ImportAssets, Result<AssetsImported>>(import => import.Handle(new ImportAssets.Request(new StringReader(file), format, complete, Who.System), Cancel));
}

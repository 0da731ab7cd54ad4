using System.Diagnostics;
using System.Globalization;
using Loket.Demo.Town;
using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Places;

public sealed class SetUpPlacesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_whole_municipality_comes_in_in_batches(Database database)
    {
        await using var town = await Town.On(database, Start.Empty);
        var addresses = Enumerable.Range(0, 30_000).Select(i => new AddressRecord(
            string.Create(CultureInfo.InvariantCulture, $"Straat {i / 50}"), i % 50 + 1, null, null, $"{1000 + i / 50}AB", "Hoofddorp", null, new RdPoint(100_000 + i, 480_000))).ToList();
        var assets = Enumerable.Range(0, 200_000).Select(i => new AssetRecord(
            string.Create(CultureInfo.InvariantCulture, $"{i / 1000 + 100}-{i % 1000:000}"), Loket.Places.AssetKind.LampPost, new RdPoint(100_000 + i % 500 * 20, 480_000 + i / 500 * 20),
            null, string.Create(CultureInfo.InvariantCulture, $"Straat {i / 300}"))).ToList();

        var start = Stopwatch.GetTimestamp();
        var done = await SmallTown.Bring(town, new SetUpPlaces.Request([], addresses, assets, Who.System));
        var took = Stopwatch.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"{database}: {took.TotalSeconds:0.0} s");

        Assert.True(done.Succeeded);
        var near = await town.Read(db => new Assets().Near(db, new RdPoint(104_000, 482_000), 30, null, 50, Cancel));
        Assert.Equal(9, near.Count);
    }

    [Theory, BothDatabases]
    public async Task The_demo_towns_streets_come_in(Database database)
    {
        await using var town = await Town.On(database, Start.Empty);
        var plan = StreetPlan.Build(1);
        AreaCard[] areas =
        [
            .. Areas.Teams.Select(team => new AreaCard(team.Key, team.Name.Dutch, AreaKind.AreaTeam)),
            .. Areas.Villages.Select(village => new AreaCard(village.Key, village.Name, AreaKind.Village, village.AreaTeam, village.Inhabitants)),
            .. Areas.Cores.Select(core => new AreaCard(core.Key, core.Name, AreaKind.Core, core.Village)),
        ];
        var addresses = plan.Addresses.Select(address => new AddressRecord(
            address.Street.Name, address.HouseNumber, null, null, address.Postcode, Areas.VillageOf(address.Street.Village).Name,
            address.Core ?? address.Street.Village, new Wgs84(address.Place.Latitude, address.Place.Longitude).ToRd())).ToList();
        var assets = plan.Assets.Select(asset => new AssetRecord(
            asset.Number, Enum.TryParse<Loket.Places.AssetKind>(asset.Kind.ToString(), out var kind) ? kind : Loket.Places.AssetKind.LampPost,
            new Wgs84(asset.Place.Latitude, asset.Place.Longitude).ToRd()!.Value, asset.Street.Village, asset.Street.Name,
            asset.Owner == Loket.Demo.Town.Asset.Municipality ? null : asset.Owner, null, asset.Feeder)).ToList();

        var done = await SmallTown.Bring(town, new SetUpPlaces.Request(areas, addresses, assets, Who.System));
        var read = await town.Read(db => new PlaceFinder(new AreaTree(), new Assets()).Read(db, "Nieuwemeerdijk, bij de brug", null, null, null, Cancel));
        var lamp = await town.Read(db => new Assets().Find(db, $"lamp {KnownLamps.Broken}", Cancel));

        Assert.Equal("", done.Failure is { } failure ? $"{failure.Code} {string.Join(' ', failure.Arguments)}" : "");
        Assert.Equal(("Nieuwemeerdijk", PlaceCertainty.Street), (read.Street, read.Certainty));
        Assert.Equal("Nieuwemeerdijk", lamp?.Street);
    }
}

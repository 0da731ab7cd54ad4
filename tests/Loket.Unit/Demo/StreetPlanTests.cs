using Loket.Demo.Town;
using Xunit;

namespace Loket.Unit.Demo;

public sealed class StreetPlanTests
{
    private static readonly StreetPlan Plan = StreetPlan.Build(seed: 1);

    [Fact]
    public void The_municipality_has_the_inhabitants_that_statistics_netherlands_counted()
    {
        Assert.Equal(157_785, Areas.Villages.Sum(village => village.Inhabitants));
        Assert.Equal(27_165, Postcodes.All.Sum(postcode => postcode.SixtyFiveAndOver));
        Assert.Equal(77_890, Areas.VillageOf("hoofddorp").Inhabitants);
    }

    [Fact]
    public void The_plan_of_the_villages_is_complete()
    {
        Assert.Equal(22, Areas.Villages.Count(village => village.IsInPlan));
        Assert.Equal(["Haarlemmerliede", "Halfweg", "Spaarndam"], Areas.Villages.Where(village => !village.IsInPlan).Select(village => village.Name));
        Assert.Equal(8, Areas.Cores.Count);
        Assert.All(Areas.Cores, core => Assert.NotNull(Areas.VillageOf(core.Village)));
        Assert.All(Areas.Villages, village => Assert.Contains(Areas.Teams, team => team.Key == village.AreaTeam));
    }

    [Fact]
    public void Every_village_has_streets_with_addresses_and_lamps()
    {
        Assert.All(Areas.Villages, village =>
        {
            Assert.True(Plan.Streets.Count(street => street.Village == village.Key) >= 5, village.Name);
            Assert.True(Plan.Addresses.Count(address => address.Street.Village == village.Key) >= 40, village.Name);
            Assert.True(Plan.Assets.Count(asset => asset.Street.Village == village.Key && asset.Kind is AssetKind.Lamp) >= 40, village.Name);
        });
    }

    [Fact]
    public void Lamp_118_042_stands_on_the_Nieuwemeerdijk_and_the_next_one_25_metres_further()
    {
        var broken = Plan.AssetNumbered("118-042")!;
        var next = Plan.AssetNumbered("118-043")!;

        Assert.Equal(("Nieuwemeerdijk", "badhoevedorp"), (broken.Street.Name, broken.Street.Village));
        Assert.Equal((Asset.Municipality, PartnerKeys.StreetLightContractor), (broken.Owner, broken.Maintainer));
        Assert.Equal(PartnerKeys.GridOperator, Plan.FeederOf(broken)!.CableOwner);
        Assert.Equal("Nieuwemeerdijk", next.Street.Name);
        Assert.InRange(broken.Place.MetresTo(next.Place), 24, 26);
        Assert.InRange(broken.Place.Rd.MetresTo(next.Place.Rd), 24, 26);
    }

    [Fact]
    public void Lamps_stand_some_thirty_metres_apart_on_one_cable_per_dozen()
    {
        foreach (var street in Plan.Assets.Where(asset => asset.Kind is AssetKind.Lamp).GroupBy(lamp => lamp.Street))
            foreach (var (lamp, next) in street.Zip(street.Skip(1)))
                Assert.InRange(lamp.Place.MetresTo(next.Place), 22, 36);

        Assert.All(Plan.Feeders, feeder => Assert.InRange(feeder.Lamps.Count, 1, 12));
        Assert.Contains(Plan.Assets, asset => asset.Kind is AssetKind.Lamp && asset.Owner == PartnerKeys.GridOperator);
        Assert.Contains(Plan.Feeders, feeder => feeder.CableOwner == Asset.Municipality);
    }

    [Fact]
    public void Objects_and_addresses_are_told_apart_by_what_stands_on_them()
    {
        Assert.Equal(Plan.Addresses.Count, Plan.Addresses.Select(address => (address.Postcode, address.HouseNumber)).Distinct().Count());
        Assert.Equal(Plan.Addresses.Count, Plan.Addresses.Select(address => address.Written).Distinct().Count());
        Assert.Equal(Plan.Assets.Count, Plan.Assets.Select(asset => asset.Number).Distinct().Count());
        Assert.All(Enum.GetValues<AssetKind>(), kind => Assert.Contains(Plan.Assets, asset => asset.Kind == kind));
        Assert.All(Plan.Addresses, address => Assert.Matches("^[1-9][0-9]{3}[A-EGHJ-NPRSTVWXZ]{2}$", address.Postcode));
    }

    [Fact]
    public void Everything_lies_in_the_municipality()
    {
        Assert.All(Plan.Addresses, address => Assert.True(address.Place is { Latitude: > 52.19 and < 52.44, Longitude: > 4.53 and < 4.84 }, address.Written));
        Assert.All(Plan.Addresses, address => Assert.Contains(Areas.VillageOf(address.Street.Village).Postcodes, postcode => postcode.Middle.IsWithin(4_000, address.Place)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_town_and_another_seed_another()
    {
        Assert.Equal(Plan.Addresses.Select(address => (address.Written, address.Place)), StreetPlan.Build(seed: 1).Addresses.Select(address => (address.Written, address.Place)));
        Assert.NotEqual(Plan.Addresses[0].Place, StreetPlan.Build(seed: 2).Addresses[200].Place);

        // Pinned: whoever changes the dice or the layout changes every town that was ever made.
        Assert.Equal(PinnedLamp, Plan.AssetNumbered("118-042")!.Place);
    }

    private static readonly Spot PinnedLamp = new(52.3416348, 4.8068325);
}

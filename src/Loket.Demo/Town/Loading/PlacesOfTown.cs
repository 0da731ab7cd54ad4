using Loket.Kernel;
using Loket.Kernel.Geography;
using Loket.Places;

namespace Loket.Demo.Town.Loading;

/// <summary>The places of the demo town, as the program imports them.</summary>
public static class PlacesOfTown
{
    /// <summary>Areas, addresses and objects.</summary>
    public static SetUpPlaces.Request Plan(StreetPlan plan) => new(
        [
            .. Areas.Teams.Select(team => new AreaCard(team.Key, team.Name.Dutch, AreaKind.AreaTeam)),
            .. Areas.Villages.Select(village => new AreaCard(village.Key, village.Name, AreaKind.Village, village.AreaTeam, village.Inhabitants, Rd(village.Middle))),
            .. Areas.Cores.Select(core => new AreaCard(core.Key, core.Name, AreaKind.Core, core.Village, Middle: Rd(core.Middle))),
        ],
        [.. plan.Addresses.Select(address => new AddressRecord(
            address.Street.Name, address.HouseNumber, null, null, address.Postcode, Areas.VillageOf(address.Street.Village).Name,
            address.Core ?? address.Street.Village, Rd(address.Place)))],
        [.. plan.Assets.Select(asset => new AssetRecord(
            asset.Number, KindOf(asset.Kind), Rd(asset.Place), asset.Street.Village, asset.Street.Name,
            asset.Owner == Asset.Municipality ? null : asset.Owner, asset.Maintainer == Asset.Municipality ? null : asset.Maintainer, asset.Feeder))],
        Who.System);

    internal static RdPoint Rd(Spot spot) => new Wgs84(spot.Latitude, spot.Longitude).ToRd()!.Value;

    private static Places.AssetKind KindOf(AssetKind kind) => kind switch
    {
        AssetKind.Lamp => Places.AssetKind.LampPost,
        AssetKind.Container => Places.AssetKind.Container,
        AssetKind.Bin => Places.AssetKind.Bin,
        AssetKind.Tree => Places.AssetKind.Tree,
        _ => Places.AssetKind.Bench,
    };
}

namespace Loket.Demo.Town;

/// <summary>Finds the place of a report: mostly in the own street, otherwise in the village, now and then elsewhere.</summary>
internal sealed class PlaceSource
{
    private readonly Address[] _addresses;
    private readonly Dictionary<string, Street[]> _streetsByVillage;
    private readonly Dictionary<int, Address[]> _addressesByStreet;
    private readonly Dictionary<(int Street, AssetKind Kind), Asset[]> _assetsByStreet;
    private readonly Dictionary<(string Village, AssetKind Kind), Asset[]> _assetsByVillage;
    private readonly Dictionary<AssetKind, Asset[]> _assets;
    private readonly StreetPlan _plan;

    /// <param name="kept">Feeders whose lamps belong to a story that is told in every demo; no other story touches them.</param>
    public PlaceSource(StreetPlan plan, IReadOnlySet<string> kept)
    {
        _plan = plan;
        _addresses = [.. plan.Addresses];
        _streetsByVillage = plan.Streets.GroupBy(street => street.Village).ToDictionary(group => group.Key, group => group.ToArray());
        _addressesByStreet = plan.Addresses.GroupBy(address => address.Street.Number).ToDictionary(group => group.Key, group => group.ToArray());
        var free = plan.Assets.Where(asset => asset.Feeder is null || !kept.Contains(asset.Feeder)).ToArray();
        _assetsByStreet = free.GroupBy(asset => (asset.Street.Number, asset.Kind)).ToDictionary(group => group.Key, group => group.ToArray());
        _assetsByVillage = free.GroupBy(asset => (asset.Street.Village, asset.Kind)).ToDictionary(group => group.Key, group => group.ToArray());
        _assets = free.GroupBy(asset => asset.Kind).ToDictionary(group => group.Key, group => group.ToArray());
    }

    public StoryPlace Near(Address home, Category category, Dice dice)
    {
        var street = dice.Below(100) switch
        {
            < 55 => home.Street,
            < 90 => dice.Pick(_streetsByVillage[home.Street.Village]),
            _ => dice.Pick(_addresses).Street,
        };
        if (category.Object is not { } kind)
        {
            var address = dice.Pick(_addressesByStreet[street.Number]);
            return new(Told(numberShows: false, dice), address, null, Aside(address.Place, 12, dice));
        }

        return On(dice.Pick(AssetsOf(street, kind)), dice);
    }

    /// <summary>Another lamp on the cable of this one, 8 to 150 metres away; nothing if there is none.</summary>
    public Asset? NextOnFeeder(Asset lamp, Dice dice)
    {
        var feeder = _plan.FeederOf(lamp)!;
        for (var tries = 0; tries < 4; tries++)
        {
            var other = _plan.AssetNumbered(dice.Pick(feeder.Lamps))!;
            if (other != lamp && other.Place.IsWithin(150, lamp.Place)) return other;
        }

        return null;
    }

    public StoryPlace On(Asset asset, Dice dice) => On(asset, Told(numberShows: true, dice));

    public StoryPlace On(Asset asset, PlaceTold told) => new(told, Nearest(asset), asset, asset.Place);

    /// <summary>Nearly the same place, as another resident tells it: 5 to 28 metres off, without a number.</summary>
    public static StoryPlace Beside(StoryPlace place, Dice dice)
    {
        var east = dice.Between(4, 19) * (dice.Percent(50) ? 1 : -1);
        var north = dice.Between(4, 19) * (dice.Percent(50) ? 1 : -1);
        return new(Told(numberShows: false, dice), place.Near, null, place.Spot.Moved(east, north));
    }

    public static StoryPlace ToldAgain(StoryPlace place, Dice dice) => place with { Told = Told(place.Asset is not null, dice) };

    private Asset[] AssetsOf(Street street, AssetKind kind) =>
        _assetsByStreet.GetValueOrDefault((street.Number, kind)) ?? _assetsByVillage.GetValueOrDefault((street.Village, kind)) ?? _assets[kind];

    private Address Nearest(Asset asset)
    {
        if (!_addressesByStreet.TryGetValue(asset.Street.Number, out var addresses)) return _addresses[0];
        var best = addresses[0];
        foreach (var address in addresses)
            if (address.Place.SquareMetresTo(asset.Place) < best.Place.SquareMetresTo(asset.Place)) best = address;
        return best;
    }

    // Most read the number on a lamp post when they are asked for it; some know the street only.
    private static PlaceTold Told(bool numberShows, Dice dice) =>
        numberShows && dice.Percent(55) ? PlaceTold.AssetNumber : dice.Percent(82) ? PlaceTold.Address : PlaceTold.Street;

    private static Spot Aside(Spot spot, int metres, Dice dice) => spot.Moved(dice.Between(-metres, metres), dice.Between(-metres, metres));
}

namespace Loket.Demo.Town;

/// <summary>Everything outside: streets, addresses and objects of the demo town. The same seed gives the same plan, to the centimetre.</summary>
public sealed class StreetPlan
{
    private readonly Dictionary<string, Asset> _assetsByNumber;
    private readonly Dictionary<string, Feeder> _feedersById;

    private StreetPlan(List<Street> streets, List<Address> addresses, List<Asset> assets, List<Feeder> feeders)
    {
        (Streets, Addresses, Assets, Feeders) = (streets, addresses, assets, feeders);
        _assetsByNumber = assets.ToDictionary(asset => asset.Number, StringComparer.Ordinal);
        _feedersById = feeders.ToDictionary(feeder => feeder.Id, StringComparer.Ordinal);
    }

    /// <summary>By number.</summary>
    public IReadOnlyList<Street> Streets { get; }

    /// <summary>By street, then side, then house number.</summary>
    public IReadOnlyList<Address> Addresses { get; }

    /// <summary>By street; lamp posts first.</summary>
    public IReadOnlyList<Asset> Assets { get; }

    /// <summary>Cables of lamp posts.</summary>
    public IReadOnlyList<Feeder> Feeders { get; }

    /// <summary>The object with this number, or nothing.</summary>
    public Asset? AssetNumbered(string number) => _assetsByNumber.GetValueOrDefault(number);

    /// <summary>The cable that a lamp post hangs on, or nothing for other objects.</summary>
    public Feeder? FeederOf(Asset asset) => asset.Feeder is { } id ? _feedersById[id] : null;

    /// <summary>Builds the plan.</summary>
    public static StreetPlan Build(ulong seed)
    {
        var (streets, addresses, assets, feeders) = (new List<Street>(), new List<Address>(), new List<Asset>(), new List<Feeder>());
        var houseNumbers = new HouseNumbers();
        var ranks = new Dictionary<(int Postcode, StreetKind Kind), int>();
        foreach (var entry in StreetList.Read())
        {
            var rank = ranks.GetValueOrDefault((entry.Postcode, entry.Kind));
            ranks[(entry.Postcode, entry.Kind)] = rank + 1;

            var dice = new Dice(seed, kind: 1, (ulong)entry.Number);
            var line = entry.Route.Count > 0 ? entry.Route : StreetLayout.Line(entry, rank, dice);
            var street = new Street(entry.Number, entry.Village, entry.Postcode, entry.Kind, entry.Name, line);
            var (lamps, cables) = StreetLighting.Along(street, dice);

            streets.Add(street);
            addresses.AddRange(houseNumbers.Of(street, dice));
            assets.AddRange(lamps);
            assets.AddRange(StreetFurniture.Along(street, dice));
            feeders.AddRange(cables);
        }

        return new(streets, addresses, assets, feeders);
    }
}

namespace Loket.Demo.Town;

/// <summary>Puts lamp posts along a street, some thirty metres apart, and hangs each row of them on a cable.</summary>
internal static class StreetLighting
{
    private const int LampsPerFeeder = 12;
    private static readonly Words Low = new("Lichtmast 4 meter, led", "Lamp post of 4 metres, LED");
    private static readonly Words Middle = new("Lichtmast 6 meter, led", "Lamp post of 6 metres, LED");
    private static readonly Words High = new("Lichtmast 8 meter, led", "Lamp post of 8 metres, LED");
    private static readonly Words OnDike = new("Lichtmast 6 meter, natriumlamp", "Lamp post of 6 metres, sodium lamp");

    public static (IReadOnlyList<Asset> Lamps, IReadOnlyList<Feeder> Feeders) Along(Street street, Dice dice)
    {
        // Every eleventh street still has lamp posts of the grid operator, as in villages that were never taken over.
        var owner = street.Number % 11 == 0 ? PartnerKeys.GridOperator : Asset.Municipality;
        var maintainer = owner == Asset.Municipality ? PartnerKeys.StreetLightContractor : PartnerKeys.GridOperator;
        var walk = new Walk(street.Line);
        var lamps = new List<Asset>();
        for (double at = 8; at < walk.Metres;)
        {
            var number = $"{street.Number:000}-{lamps.Count + 1:000}";
            var feeder = $"{street.Number:000}-K{(lamps.Count / LampsPerFeeder) + 1}";
            lamps.Add(new(number, AssetKind.Lamp, KindIn(street), street, walk.At(at, 3), owner, maintainer, feeder));
            at += number == KnownLamps.Broken ? KnownLamps.MetresToNext : dice.Between(27, 33);
        }

        return (lamps, [.. lamps.GroupBy(lamp => lamp.Feeder!).Select(row => new Feeder(row.Key, CableOwner(street, owner, dice), [.. row.Select(lamp => lamp.Number)]))]);
    }

    private static Words KindIn(Street street) => street.Kind switch
    {
        StreetKind.Dike => OnDike,
        StreetKind.Homes => street.Number % 3 == 0 ? Middle : Low,
        StreetKind.Shops => Middle,
        _ => High,
    };

    // Along the dikes the lamps hang on the grid's own cable; elsewhere on half of the streets' cables.
    private static string CableOwner(Street street, string owner, Dice dice) =>
        street.Kind is StreetKind.Dike || dice.Percent(50) ? PartnerKeys.GridOperator : owner;
}

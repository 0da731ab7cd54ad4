namespace Loket.Demo.Town;

/// <summary>Puts containers, bins, trees and benches along a street.</summary>
internal static class StreetFurniture
{
    private static readonly Words[] Wastes =
    [
        new("Container voor restafval", "Container for residual waste"), new("Container voor papier", "Container for paper"),
        new("Container voor glas", "Container for glass"), new("Container voor plastic en pakken", "Container for plastic and cartons"),
        new("Container voor textiel", "Container for textiles"),
    ];

    private static readonly Words[] Species =
    [
        new("Zomereik", "English oak"), new("Linde", "Lime tree"), new("Gewone es", "Ash tree"), new("Plataan", "Plane tree"),
        new("Veldesdoorn", "Field maple"), new("Iep", "Elm"), new("Sierkers", "Flowering cherry"), new("Knotwilg", "Pollard willow"),
    ];

    private static readonly Words LitterBin = new("Afvalbak", "Litter bin");
    private static readonly Words ParkBench = new("Zitbank", "Bench");

    public static IEnumerable<Asset> Along(Street street, Dice dice)
    {
        var walk = new Walk(street.Line);
        return
        [
            .. ContainersOf(street, dice).Select((waste, i) => Thing(AssetKind.Container, 'C', i, waste, TeamKeys.Waste, walk.At(18 + (i * 4), -6))),
            .. Every(street.Kind is StreetKind.Shops ? 60 : 170, walk).Select((at, i) => Thing(AssetKind.Bin, 'A', i, LitterBin, TeamKeys.PublicSpace, walk.At(at, 4))),
            .. Every(PitchOfTrees(street.Kind), walk).Select((at, i) => Thing(AssetKind.Tree, 'B', i, Species[street.Number % Species.Length], TeamKeys.Green, walk.At(at + dice.Between(-3, 3), -5))),
            .. Every(street.Kind is StreetKind.Shops ? 80 : 260, walk).Select((at, i) => Thing(AssetKind.Bench, 'Z', i, ParkBench, TeamKeys.PublicSpace, walk.At(at + 10, -4))),
        ];

        Asset Thing(AssetKind kind, char letter, int index, Words description, string maintainer, Spot place) =>
            new($"{letter}{street.Number:000}-{index + 1:00}", kind, description, street, place, Asset.Municipality, maintainer);
    }

    // All five by the shops; here and there two in a street of houses.
    private static Words[] ContainersOf(Street street, Dice dice) => street.Kind switch
    {
        StreetKind.Shops => Wastes,
        StreetKind.Homes when dice.Percent(35) => [Wastes[0], Wastes[dice.Between(1, 4)]],
        _ => [],
    };

    private static int PitchOfTrees(StreetKind kind) => kind switch
    {
        StreetKind.Homes => 24,
        StreetKind.Shops => 30,
        StreetKind.Dike => 120,
        _ => 40,
    };

    private static IEnumerable<double> Every(int metres, Walk walk) =>
        Enumerable.Range(0, (int)(walk.Metres / metres)).Select(i => (i + 0.4) * metres);
}

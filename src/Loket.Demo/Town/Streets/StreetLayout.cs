namespace Loket.Demo.Town;

/// <summary>Lays the streets of a village out around its middle, on the grid of the polder: main roads run south-west to north-east or square to it.</summary>
internal static class StreetLayout
{
    // The polder's axis as the 3-4-5 triangle: unit vectors without a sine that could differ between machines.
    private static readonly (double East, double North) AlongAxis = (0.6, 0.8);
    private static readonly (double East, double North) AcrossAxis = (0.8, -0.6);
    private const double MetresBetweenStreets = 95;

    /// <param name="rank">How many streets of the same postcode and kind came before.</param>
    public static IReadOnlyList<Spot> Line(StreetList.Entry entry, int rank, Dice dice)
    {
        var middle = Postcodes.All.First(postcode => postcode.Digits == entry.Postcode).Middle;
        return entry.Kind switch
        {
            StreetKind.Along => Straight(middle, AlongAxis, dice.Between(900, 1_300), aside: 60 + (rank * 420), dice),
            StreetKind.Across => Straight(middle, AcrossAxis, dice.Between(700, 1_000), aside: 40 + (rank * 380), dice),
            StreetKind.Dike => Bent(middle, rank % 2 == 0 ? AlongAxis : AcrossAxis, dice.Between(700, 1_100), aside: 560 + (rank * 60), bend: 70, dice),
            StreetKind.Shops => Bent(middle, Axis(rank), dice.Between(160, 260), aside: Alternating(rank) * 70, bend: 8, dice),
            StreetKind.Business => Bent(middle, Axis(rank), dice.Between(320, 560), aside: -420 - (rank / 2 * 130), bend: 12, dice),
            _ => Bent(middle, Axis(rank), dice.Between(220, 430), aside: Alternating(rank / 2) * MetresBetweenStreets, bend: 18, dice),
        };
    }

    private static (double East, double North) Axis(int rank) => rank % 2 == 0 ? AlongAxis : AcrossAxis;

    /// <summary>1, -1, 2, -2, …: first one side of the middle, then the other.</summary>
    private static int Alternating(int rank) => rank % 2 == 0 ? (rank / 2) + 1 : -((rank / 2) + 1);

    private static Spot[] Straight(Spot middle, (double East, double North) axis, double length, double aside, Dice dice) =>
        Bent(middle, axis, length, aside, bend: 4, dice);

    private static Spot[] Bent(Spot middle, (double East, double North) axis, double length, double aside, double bend, Dice dice)
    {
        aside += dice.Fraction(-12, 12);
        var slide = dice.Fraction(-0.12, 0.12) * length;
        return
        [
            Point(slide - (length / 2), aside),
            Point(slide - (length / 6), aside + dice.Fraction(-bend, bend)),
            Point(slide + (length / 6), aside + dice.Fraction(-bend, bend)),
            Point(slide + (length / 2), aside),
        ];

        Spot Point(double forward, double right) => middle.Moved(
            (axis.East * forward) + (axis.North * right),
            (axis.North * forward) - (axis.East * right));
    }
}

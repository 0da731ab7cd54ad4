namespace Loket.Kernel.Geography;

/// <summary>Degrees to metres of the Dutch grid and back.</summary>
/// <remarks>
/// F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten", Geodesia 43 (2001), pages 64-69:
/// two polynomials around the tower of Our Lady in Amersfoort, within some 0.25 m of the exact transformation on land. A lamp post needs no more.
/// </remarks>
internal static class RdTransformation
{
    private const double X0 = 155_000;
    private const double Y0 = 463_000;
    private const double Latitude0 = 52.15517440;
    private const double Longitude0 = 5.38720621;

    // Power of the north-south difference, power of the east-west difference, coefficient in metres.
    private static readonly Term[] ToX =
    [
        new(0, 1, 190094.945), new(1, 1, -11832.228), new(2, 1, -114.221), new(0, 3, -32.391), new(1, 0, -0.705),
        new(3, 1, -2.340), new(1, 3, -0.608), new(0, 2, -0.008), new(2, 3, 0.148),
    ];

    private static readonly Term[] ToY =
    [
        new(1, 0, 309056.544), new(0, 2, 3638.893), new(2, 0, 73.077), new(1, 2, -157.984), new(3, 0, 59.788),
        new(0, 1, 0.433), new(2, 2, -6.439), new(1, 1, -0.032), new(0, 4, 0.092), new(1, 4, -0.054),
    ];

    // Power of the east-west difference, power of the north-south difference, coefficient in seconds of arc.
    private static readonly Term[] ToLatitude =
    [
        new(0, 1, 3235.65389), new(2, 0, -32.58297), new(0, 2, -0.24750), new(2, 1, -0.84978), new(0, 3, -0.06550), new(2, 2, -0.01709),
        new(1, 0, -0.00738), new(4, 0, 0.00530), new(2, 3, -0.00039), new(4, 1, 0.00033), new(1, 1, -0.00012),
    ];

    private static readonly Term[] ToLongitude =
    [
        new(1, 0, 5260.52916), new(1, 1, 105.94684), new(1, 2, 2.45656), new(3, 0, -0.81885), new(1, 3, 0.05594), new(3, 1, -0.05607),
        new(0, 1, 0.01199), new(3, 2, -0.00256), new(1, 4, 0.00128), new(0, 2, 0.00022), new(2, 0, -0.00022), new(5, 0, 0.00026),
    ];

    private readonly record struct Term(int FirstPower, int SecondPower, double Coefficient);

    public static RdPoint? ToRd(Wgs84 position)
    {
        // Far away the polynomials fold back onto the Netherlands; the formulas hold for this window only.
        if (position.Latitude is < 50 or > 54.5 || position.Longitude is < 2.5 or > 8) return null;

        var north = 0.36 * (position.Latitude - Latitude0);
        var east = 0.36 * (position.Longitude - Longitude0);
        return RdPoint.From(X0 + Sum(ToX, north, east), Y0 + Sum(ToY, north, east));
    }

    public static Wgs84 ToWgs84(RdPoint point)
    {
        var east = (point.X - X0) * 1e-5;
        var north = (point.Y - Y0) * 1e-5;
        return new Wgs84(Latitude0 + Sum(ToLatitude, east, north) / 3600, Longitude0 + Sum(ToLongitude, east, north) / 3600);
    }

    private static double Sum(Term[] terms, double first, double second)
    {
        var sum = 0.0;
        foreach (var term in terms) sum += term.Coefficient * Math.Pow(first, term.FirstPower) * Math.Pow(second, term.SecondPower);
        return sum;
    }
}

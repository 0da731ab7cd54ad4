namespace Loket.Kernel.Geography;

/// <summary>A place in metres on the Dutch grid (Rijksdriehoek, EPSG:28992); what distances are measured in.</summary>
public readonly record struct RdPoint
{
    private const double West = -7_000;
    private const double East = 300_000;
    private const double South = 289_000;
    private const double North = 629_000;

    /// <param name="x">Metres east, -7,000 to 300,000.</param>
    /// <param name="y">Metres north, 289,000 to 629,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the area in which the grid is defined.</exception>
    public RdPoint(double x, double y)
    {
        if (!IsOnGrid(x, y)) throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}) is not on the Dutch grid.");
        X = x;
        Y = y;
    }

    /// <summary>Metres east.</summary>
    public double X { get; }

    /// <summary>Metres north.</summary>
    public double Y { get; }

    /// <summary>A place from outside numbers, or nothing outside the area of the grid.</summary>
    public static RdPoint? From(double x, double y) => IsOnGrid(x, y) ? new RdPoint(x, y) : null;

    /// <summary>Metres in a straight line on the grid; at most one part in ten thousand off the ground.</summary>
    public double MetresTo(RdPoint other) => double.Hypot(X - other.X, Y - other.Y);

    /// <summary>The same place in degrees.</summary>
    public Wgs84 ToWgs84() => RdTransformation.ToWgs84(this);

    private static bool IsOnGrid(double x, double y) => x is >= West and <= East && y is >= South and <= North;
}

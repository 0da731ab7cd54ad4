namespace Loket.Kernel.Geography;

/// <summary>A square of 250 metres on the Dutch grid, as one number for an index: a radius is first the cells that it touches, then the exact distance.</summary>
/// <remarks>Cells beside each other in a row have consecutive numbers. An edge belongs to the cell north or east of it.</remarks>
public readonly record struct GridCell
{
    /// <summary>Length of a side.</summary>
    public const int Metres = 250;

    /// <summary>The largest radius that <see cref="Covering"/> takes; some 20,000 cells, after which an index no longer helps.</summary>
    public const double LargestRadius = 20_000;

    // The grid begins west of its own zero; the numbers do not.
    private const int ColumnsWestOfZero = 100;
    private const int ColumnsPerRow = 10_000;

    private GridCell(long row, long column) => Index = row * ColumnsPerRow + column + ColumnsWestOfZero;

    /// <summary>The number that is stored.</summary>
    public long Index { get; }

    /// <summary>The cell that a place lies in.</summary>
    public static GridCell Of(RdPoint place) => new(Along(place.Y), Along(place.X));

    /// <summary>Every cell with a point within the radius, in order of number.</summary>
    /// <param name="centre">Middle of the circle.</param>
    /// <param name="radiusMetres">0 to <see cref="LargestRadius"/> metres.</param>
    public static IReadOnlyList<GridCell> Covering(RdPoint centre, double radiusMetres)
    {
        if (radiusMetres is not (>= 0 and <= LargestRadius)) throw new ArgumentOutOfRangeException(nameof(radiusMetres), radiusMetres, "A radius is 0 to 20,000 metres.");

        var cells = new List<GridCell>();
        for (var row = Along(centre.Y - radiusMetres); row <= Along(centre.Y + radiusMetres); row++)
        {
            // Where the circle is widest within this row of cells.
            var away = Math.Max(0, Math.Max(row * (double)Metres - centre.Y, centre.Y - (row + 1) * (double)Metres));
            var half = Math.Sqrt(Math.Max(0, radiusMetres * radiusMetres - away * away));
            for (var column = Along(centre.X - half); column <= Along(centre.X + half); column++) cells.Add(new GridCell(row, column));
        }

        return cells;
    }

    private static long Along(double metres) => (long)Math.Floor(metres / Metres);
}

using CsCheck;
using Loket.Kernel.Geography;
using Xunit;

namespace Loket.Unit.Kernel.Geography;

public sealed class GridCellTests
{
    private static readonly Gen<RdPoint> Places = Gen.Select(Gen.Double[10_000, 280_000], Gen.Double[310_000, 610_000]).Select((x, y) => new RdPoint(x, y));

    [Theory]
    [InlineData(105_000, 480_000, 19_200_520)]
    [InlineData(105_249.99, 480_249.99, 19_200_520)]
    [InlineData(105_250, 480_000, 19_200_521)]
    [InlineData(105_000, 480_250, 19_210_520)]
    [InlineData(-7_000, 289_000, 11_560_072)]
    public void A_place_has_a_cell(double x, double y, long index) => Assert.Equal(index, GridCell.Of(new RdPoint(x, y)).Index);

    [Theory]
    [InlineData(105_125, 480_125, 0, 1)]
    [InlineData(105_125, 480_125, 100, 1)]
    [InlineData(105_125, 480_125, 126, 5)]      // just over the four edges, not the corners
    [InlineData(105_125, 480_125, 180, 9)]
    [InlineData(105_001, 480_125, 30, 2)]
    public void A_radius_touches_so_many_cells(double x, double y, double radius, int cells) =>
        Assert.Equal(cells, GridCell.Covering(new RdPoint(x, y), radius).Count);

    [Fact]
    public void Whoever_is_within_the_radius_is_in_a_cell_that_it_covers() =>
        Gen.Select(Places, Gen.Double[0, 3_000], Gen.Double[0, 1], Gen.Double[0, Math.Tau]).Sample((centre, radius, part, angle) =>
        {
            var neighbour = new RdPoint(centre.X + radius * part * Math.Cos(angle), centre.Y + radius * part * Math.Sin(angle));
            return GridCell.Covering(centre, radius).Contains(GridCell.Of(neighbour));
        });

    [Fact]
    public void No_cell_comes_twice_and_they_are_in_order() => Gen.Select(Places, Gen.Double[0, 3_000]).Sample((centre, radius) =>
    {
        var cells = GridCell.Covering(centre, radius).Select(cell => cell.Index).ToList();
        return cells.SequenceEqual(cells.Distinct().Order());
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(20_001)]
    [InlineData(double.NaN)]
    public void A_radius_without_sense_is_refused(double radius) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GridCell.Covering(new RdPoint(105_000, 480_000), radius));
}

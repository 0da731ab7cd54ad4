using CsCheck;
using Loket.Kernel.Geography;
using Xunit;

namespace Loket.Unit.Kernel.Geography;

public sealed class RdTransformationTests
{
    // The first three are the paper's own; the others are the validation points that Kadaster publishes with the exact transformation (RDNAPTRANS 2018).
    public static TheoryData<string, double, double, double, double> KnownPoints { get; } = new()
    {
        { "Amersfoort, Onze Lieve Vrouwetoren", 155_000, 463_000, 52.15517440, 5.38720621 },
        { "Amsterdam, Westertoren", 120_700.723, 487_525.501, 52.37453253, 4.88352559 },
        { "Groningen, Martinitoren", 233_883.131, 582_065.167, 53.21938317, 6.56820053 },
        { "Texel", 117_380.12, 575_040.34, 53.160753042, 4.824761912 },
        { "Noord-Groningen", 247_380.56, 604_580.78, 53.419482050, 6.776726674 },
        { "Zeeuws-Vlaanderen", 16_460.91, 377_380.23, 51.368607152, 3.397588595 },
        { "Zuid-Limburg", 182_260.45, 311_480.67, 50.792584916, 5.773795548 },
        { "Maasvlakte", 64_640.89, 440_700.01, 51.947393898, 4.072887101 },
    };

    [Theory]
    [MemberData(nameof(KnownPoints))]
    public void A_known_point_is_found_within_a_metre_both_ways(string place, double x, double y, double latitude, double longitude)
    {
        var metres = new Wgs84(latitude, longitude).ToRd();
        Assert.True(metres is { } point && point.MetresTo(new RdPoint(x, y)) < 1, $"{place}: {metres}");

        var degrees = new RdPoint(x, y).ToWgs84();
        Assert.Equal(latitude, degrees.Latitude, 0.00001);
        Assert.Equal(longitude, degrees.Longitude, 0.000015);
    }

    [Fact]
    public void There_and_back_is_the_same_place_within_a_metre() =>
        Gen.Select(Gen.Double[10_000, 280_000], Gen.Double[305_000, 620_000]).Sample((x, y) =>
        {
            var place = new RdPoint(x, y);
            Assert.True(place.ToWgs84().ToRd()!.Value.MetresTo(place) < 1);
        });

    [Theory]
    [InlineData(48.8566, 2.3522)]      // Paris
    [InlineData(40.7128, -74.0060)]    // New York
    [InlineData(12.5, -70)]            // Aruba
    [InlineData(0, 0)]
    [InlineData(-90, 180)]
    public void Elsewhere_has_no_place_on_the_grid(double latitude, double longitude) => Assert.Null(new Wgs84(latitude, longitude).ToRd());

    [Theory]
    [InlineData(double.NaN, 5)]
    [InlineData(52, double.NaN)]
    [InlineData(90.1, 5)]
    [InlineData(52, -180.5)]
    [InlineData(double.PositiveInfinity, 5)]
    public void Numbers_that_are_no_position_are_refused(double latitude, double longitude)
    {
        Assert.Null(Wgs84.From(latitude, longitude));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Wgs84(latitude, longitude));
    }

    [Theory]
    [InlineData(double.NaN, 480_000)]
    [InlineData(480_000, 105_000)]    // the two swapped
    [InlineData(-7_001, 480_000)]
    public void Numbers_that_are_not_on_the_grid_are_refused(double x, double y)
    {
        Assert.Null(RdPoint.From(x, y));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RdPoint(x, y));
    }

    [Fact]
    public void Distance_is_in_metres() => Assert.Equal(25, new RdPoint(105_000, 480_000).MetresTo(new RdPoint(105_015, 480_020)), 1e-9);
}

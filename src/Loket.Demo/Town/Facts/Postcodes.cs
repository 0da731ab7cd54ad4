namespace Loket.Demo.Town;

/// <summary>The postcodes of the municipality of Haarlemmermeer.</summary>
/// <remarks>Inhabitants and those of 65 and over: Statistics Netherlands (CBS), tables 83502NED and 83503NED, CC BY 4.0. Positions: 4pp, MIT licence.</remarks>
public static class Postcodes
{
    /// <summary>All, by number.</summary>
    public static IReadOnlyList<PostcodeArea> All { get; } =
    [
        new(1117, "Schiphol", 0, 0, new Spot(52.3052778, 4.7992528)),
        new(1118, "Schiphol", 50, 0, new Spot(52.3105386, 4.7682744)),
        new(1119, "Schiphol-Rijk", 15, 0, new Spot(52.279722, 4.753889)),
        new(1161, "Zwanenburg", 7935, 1635, new Spot(52.380918, 4.7380998)),
        new(1165, "Halfweg", 2620, 605, new Spot(52.3819918, 4.7538293)),
        new(1171, "Badhoevedorp", 13290, 2630, new Spot(52.333333, 4.783333)),
        new(1175, "Lijnden", 870, 205, new Spot(52.3538766, 4.7544953)),
        new(1435, "Rijsenhout", 4220, 940, new Spot(52.2620371, 4.7127066)),
        new(1436, "Aalsmeerderbrug", 495, 95, new Spot(52.2738103, 4.7497732)),
        new(1437, "Rozenburg", 50, 5, new Spot(52.2817172, 4.7377604)),
        new(1438, "Oude Meer", 170, 35, new Spot(52.2899333, 4.7833671)),
        new(2064, "Spaarndam", 3465, 595, new Spot(52.4128782, 4.6860272)),
        new(2065, "Haarlemmerliede", 335, 75, new Spot(52.3885691, 4.6895554)),
        new(2131, "Hoofddorp", 10915, 2830, new Spot(52.3267719, 4.6954889)),
        new(2132, "Hoofddorp", 13400, 2445, new Spot(52.2944838, 4.7032139)),
        new(2133, "Hoofddorp", 7775, 1615, new Spot(52.3091489, 4.6693874)),
        new(2134, "Hoofddorp", 28195, 3430, new Spot(52.3076637, 4.6394394)),
        new(2135, "Hoofddorp", 17605, 2460, new Spot(52.2960432, 4.6638765)),
        new(2136, "Zwaanshoek", 2040, 370, new Spot(52.3128404, 4.6175817)),
        new(2141, "Vijfhuizen", 4840, 900, new Spot(52.3524275, 4.6825852)),
        new(2142, "Cruquius", 1045, 245, new Spot(52.3360142, 4.6347871)),
        new(2143, "Boesingheliede", 135, 30, new Spot(52.3610933, 4.7255443)),
        new(2144, "Beinsdorp", 1000, 175, new Spot(52.2860513, 4.5950793)),
        new(2151, "Nieuw-Vennep", 15755, 2490, new Spot(52.2663418, 4.6061706)),
        new(2152, "Nieuw-Vennep", 12370, 1330, new Spot(52.2864878, 4.6358893)),
        new(2153, "Nieuw-Vennep", 3295, 870, new Spot(52.2537068, 4.6567455)),
        new(2154, "Burgerveen", 340, 90, new Spot(52.2404576, 4.6805452)),
        new(2155, "Leimuiderbrug", 60, 15, new Spot(52.2309985, 4.6680189)),
        new(2156, "Weteringbrug", 380, 100, new Spot(52.2220328, 4.6461529)),
        new(2157, "Abbenes", 1195, 250, new Spot(52.2328358, 4.5915174)),
        new(2158, "Buitenkaag", 485, 140, new Spot(52.2208157, 4.5596967)),
        new(2165, "Lisserbroek", 3440, 560, new Spot(52.2605498, 4.5709544)),
    ];
}

using Loket.Places;
using Xunit;

namespace Loket.Unit.Places;

public sealed class PlaceReaderTests
{
    private static readonly AreaMap Areas = new(
    [
        new("north", "Gebied Noord", AreaKind.AreaTeam), new("south", "Gebied Zuid", AreaKind.AreaTeam),
        new("badhoevedorp", "Badhoevedorp", AreaKind.Village, "north"), new("nieuwemeer", "Nieuwemeer", AreaKind.Core, "badhoevedorp"),
        new("zwanenburg", "Zwanenburg", AreaKind.Village, "north"), new("halfweg", "Halfweg", AreaKind.Village, "north"),
        new("hoofddorp", "Hoofddorp", AreaKind.Village, "south"), new("de-hoek", "De Hoek", AreaKind.Core, "hoofddorp"),
        new("nieuw-vennep", "Nieuw-Vennep", AreaKind.Village, "south"), new("t-kabel", "'t Kabel", AreaKind.Core, "nieuw-vennep"),
    ]);

    private static readonly StreetSketch[] Streets =
    [
        new("Nieuwemeerdijk", "Badhoevedorp", "badhoevedorp"), new("Dorpsstraat", "Zwanenburg", "zwanenburg"), new("Dorpsstraat", "Nieuw-Vennep", "nieuw-vennep"),
        new("Kerkweg", "Nieuw-Vennep", "nieuw-vennep"), new("Brug", "Hoofddorp", "hoofddorp"), new("Van der Meulenstraat", "Zwanenburg", "zwanenburg"),
    ];

    [Theory]
    [InlineData("Nieuwemeerdijk, bij de brug", "badhoevedorp", "Nieuwemeerdijk", null, PlaceCertainty.Street)]
    [InlineData("nieuwe meerdijk 12a in nieuwemeer", "nieuwemeer", "Nieuwemeerdijk", "12a", PlaceCertainty.Street)]
    [InlineData("Dorpsstraat", null, "Dorpsstraat", null, PlaceCertainty.StreetSomewhere)]
    [InlineData("Dorpsstraat in Zwanenburg", "zwanenburg", "Dorpsstraat", null, PlaceCertainty.Street)]
    [InlineData("hoek Dorpsstraat en Kerkweg", "nieuw-vennep", "Dorpsstraat", null, PlaceCertainty.Street)]
    [InlineData("Dorpsstraat, gebied noord", "zwanenburg", "Dorpsstraat", null, PlaceCertainty.Street)]
    [InlineData("van der Meulenstraat nr 3", "zwanenburg", "Van der Meulenstraat", "3", PlaceCertainty.Street)]
    [InlineData("bij de brug in nieuw vennep", "nieuw-vennep", null, null, PlaceCertainty.Area)]
    [InlineData("op de Brug 4", "hoofddorp", "Brug", "4", PlaceCertainty.Street)]
    [InlineData("in 't Kabel achter het viaduct", "t-kabel", null, null, PlaceCertainty.Area)]
    [InlineData("op de hoek bij de school", null, null, null, PlaceCertainty.Unknown)]
    [InlineData("in De Hoek", "de-hoek", null, null, PlaceCertainty.Area)]
    [InlineData("De Hoek, naast het tankstation", "de-hoek", null, null, PlaceCertainty.Area)]
    [InlineData("halfweg de weg ligt glas", null, null, null, PlaceCertainty.Unknown)]
    [InlineData("station Halfweg, in Halfweg", "halfweg", null, null, PlaceCertainty.Area)]
    [InlineData("tussen Zwanenburg en Badhoevedorp", "north", null, null, PlaceCertainty.Area)]
    [InlineData("tussen Zwanenburg en Hoofddorp", null, null, null, PlaceCertainty.Unknown)]
    [InlineData("Badhoevedorp, Nieuwemeer", "nieuwemeer", null, null, PlaceCertainty.Area)]
    [InlineData("", null, null, null, PlaceCertainty.Unknown)]
    [InlineData(null, null, null, null, PlaceCertainty.Unknown)]
    [InlineData("🙂 <script> \0", null, null, null, PlaceCertainty.Unknown)]
    public void A_place_is_read_from_plain_words(string? text, string? area, string? street, string? number, PlaceCertainty certainty)
    {
        var read = PlaceReader.Read(new PlaceSaid(text), Streets, Areas);

        Assert.Equal((area, street, number, certainty), (read.Area, read.Street, read.HouseNumber, read.Certainty));
        Assert.Equal(text, read.Text);
    }

    [Fact]
    public void A_village_named_apart_decides_between_streets() =>
        Assert.Equal("zwanenburg", PlaceReader.Read(new PlaceSaid("Dorpsstraat", Village: "zwanenburg"), Streets, Areas).Area);

    [Fact]
    public void A_very_long_text_is_no_trouble() =>
        Assert.Equal(PlaceCertainty.Unknown, PlaceReader.Read(new PlaceSaid(new string('a', 100_000)), Streets, Areas).Certainty);
}

using Loket.Places;
using Loket.Testing;
using Xunit;

namespace Loket.Integration.Places;

public sealed class PlaceFinderTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly PlaceFinder Finder = new(new AreaTree(), new Assets());

    [Theory, BothDatabases]
    public async Task Where_it_is_follows_from_what_a_resident_fills_in(Database database)
    {
        await using var town = await SmallTown.On(database);

        var street = await town.Read(db => Finder.Read(db, "Nieuwemeerdijk, bij de brug", null, null, null, Cancel));
        var lamp = await town.Read(db => Finder.Read(db, "lamp 118-042 brandt niet", null, null, null, Cancel));
        var number = await town.Read(db => Finder.Read(db, "bij de brug", null, "118 043", null, Cancel));
        var house = await town.Read(db => Finder.Read(db, "voor de deur", "Dorpsstraat 3, Zwanenburg", null, null, Cancel));
        var inText = await town.Read(db => Finder.Read(db, "voor nieuwemeerdijk 121", null, null, null, Cancel));
        var two = await town.Read(db => Finder.Read(db, null, "Dorpsstraat 3", null, null, Cancel));
        var village = await town.Read(db => Finder.Read(db, "in het park", null, null, "nieuw vennep", Cancel));
        var nowhere = await town.Read(db => Finder.Read(db, "ergens 🙂", "", "", "", Cancel));

        Assert.Equal(("badhoevedorp", "Nieuwemeerdijk", PlaceCertainty.Street), (street.Area, street.Street, street.Certainty));
        Assert.Equal(("118-042", "nieuwemeer", PlaceCertainty.Exact), (lamp.Asset?.Number, lamp.Area, lamp.Certainty));
        Assert.Equal(("118-043", "bij de brug"), (number.Asset?.Number, number.Text));
        Assert.Equal(("Dorpsstraat 3, 1161 BC Zwanenburg", "voor de deur"), (house.Address?.Written, house.Text));
        Assert.Equal(121, inText.Address?.Number);
        Assert.Equal(("Dorpsstraat", PlaceCertainty.StreetSomewhere), (two.Street, two.Certainty));
        Assert.Equal(("nieuw-vennep", PlaceCertainty.Area), (village.Area, village.Certainty));
        Assert.Equal((null, PlaceCertainty.Unknown), (nowhere.Area, nowhere.Certainty));
    }
}

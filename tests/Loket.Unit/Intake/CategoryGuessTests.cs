using Loket.Cases.Reading;
using Loket.Contacts;
using Loket.Demo.Town;
using Loket.Intake.Residents;
using Loket.Kernel.Calendars;
using Xunit;
using AssetKind = Loket.Places.AssetKind;

namespace Loket.Unit.Intake;

/// <summary>With the subjects of the demo town.</summary>
public sealed class CategoryGuessTests
{
    private static readonly IReadOnlyList<CategoryCard> Subjects = [.. Categories.All.Select(one => new CategoryCard(
        one.Key, one.MainGroup.ToString(), one.Name.Dutch, one.Name.English, one.Definition.Dutch, one.Definition.English, "report", null, one.IsDanger,
        Loket.Cases.Types.Confidentiality.Low, NormKind.WorkingDays, 5))];

    [Theory]
    [InlineData("Lantaarnpaal 118-042 brandt niet", "street-light")]
    [InlineData("Op de Nieuwemeerdijk is een straatlamp kapot, in de bocht.", "street-light")]
    [InlineData("Lamp uit bij de bocht", "street-light")]
    [InlineData("Alle lampen in de straat zijn uit", "street-light-row")]
    [InlineData("The street light is broken", "street-light")]
    [InlineData("Ik wil iets weten", null)]
    public void Words_tell_the_subject(string text, string? expected) => Assert.Equal(expected, CategoryGuess.Of(text, danger: false, Subjects)?.Key);

    [Theory]
    [InlineData("118-042 doet het niet", AssetKind.LampPost, "street-light")]
    [InlineData("Hij is uit, het is hier aardedonker", AssetKind.LampPost, "street-light")]
    [InlineData("Lamp op de Nieuwemeerdijk kapot Mevrouw Poldervaart belt. De lamp schuin voor haar huis is al een week uit. Op de paal staat 118-042.", AssetKind.LampPost, "street-light")]
    [InlineData("Wordt de lamp deze week gemaakt? Mevrouw Chen belt. Er staan hekken bij lamp 118-042. Verteld dat de netbeheerder donderdag klaar is.", AssetKind.LampPost, "street-light")]
    [InlineData("Derde keer over 118-042 Meneer Straathof belt. Hij vraagt of 5 maart nog klopt. Dat klopt.", AssetKind.LampPost, "street-light")]
    [InlineData("Weer over lantaarnpaal 118-042 Meneer Straathof belt opnieuw. Hij wil weten hoe het staat. Verteld dat de zaak bij de netbeheerder ligt.", AssetKind.LampPost, "street-light")]
    [InlineData("Kapotte lantaarnpaal dijk Goedemiddag, De lantaarnpaal bij ons op de dijk (118-042) is nu al drie weken uit. Ik las dat de netbeheerder komt. Klopt dat? Groeten, Sven Kooijman", AssetKind.LampPost, "street-light")]
    [InlineData("Hij zit vol", AssetKind.Container, "waste-container")]
    public void A_known_object_tells_it_without_its_name(string text, AssetKind kind, string expected) =>
        Assert.Equal(expected, CategoryGuess.Of(text, danger: false, Subjects, kind)?.Key);
}

using Loket.Cases.Telling;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class TraitsTests
{
    private static readonly IReadOnlyList<Trait> Jo = [.. Traits.Of("Jo de Visser", ["+31612345678"], ["jo.visser@voorbeeld.example"])];

    [Theory]
    [InlineData("Wij maken de lamp morgen.", null)]
    [InlineData("Jo de Visser meldde dit ook.", TraitKind.Name)]
    [InlineData("Ook jo  de\nvisser meldde dit.", TraitKind.Name)]
    [InlineData("Dank aan Visser!", TraitKind.OneName)]
    [InlineData("Dank aan mevrouw Visser!", TraitKind.AddressedName)]
    [InlineData("Mevr. J. de Visser belde.", TraitKind.AddressedName)]
    [InlineData("Wij spraken de heer Visser.", TraitKind.AddressedName)]
    [InlineData("Thanks to Mr Visser.", TraitKind.AddressedName)]
    [InlineData("Een mevrouw zei dat de familie van Visser niet thuis was.", TraitKind.AddressedName)]
    [InlineData("Een mevrouw zei dat Visser niet thuis was.", TraitKind.OneName)]
    [InlineData("Mevrouw zag een visser.", null)]
    [InlineData("De visser ligt op de oever.", null)]
    [InlineData("De Vissersstraat is dicht.", null)]
    [InlineData("Bel 06-12 34 56 78.", TraitKind.Phone)]
    [InlineData("Bel +31 (0)6 12345678.", TraitKind.Phone)]
    [InlineData("Bel 0031612345678.", TraitKind.Phone)]
    [InlineData("Bel 06 12345679.", null)]
    [InlineData("Bel 0900 1852 of 0612 en 345678.", null)]
    [InlineData("Mail JO.VISSER@voorbeeld.example", TraitKind.Email)]
    [InlineData("", null)]
    public void A_text_names_who_is_known_by_what_stands_in_it(string text, TraitKind? found) =>
        Assert.Equal(found, Traits.In(text, Jo).Select(trait => (TraitKind?)trait.Kind).FirstOrDefault());

    [Theory]
    [InlineData("José Núñez", "jose nunez belde.", true)]
    [InlineData("Anne-Marie Bos", "Anne Marie Bos belde.", true)]
    [InlineData("Bo", "Bo belde.", false)]
    public void Names_are_compared_without_accents_and_a_very_short_one_is_no_name(string name, string text, bool found) =>
        Assert.Equal(found, Traits.In(text, Traits.Of(name, [], [])).Any());
}

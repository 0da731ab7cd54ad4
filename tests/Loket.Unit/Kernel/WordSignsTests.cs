using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel;

public sealed class WordSignsTests
{
    [Theory]
    [InlineData("losse draden", "Er hangt een losse draad uit")]
    [InlineData("losse draden", "De DRADEN hangen los")]
    [InlineData("open luik", "Het luikje staat al een week open.")]
    [InlineData("vonken", "een vonk")]
    [InlineData("naald", "Er liggen naalden bij")]
    [InlineData("tak", "de takken")]
    [InlineData("open hatch", "two open hatches, and the hatch is open")]
    [InlineData("loose wires", "A loose wire")]
    [InlineData("over de weg", "Een grote tak ligt over de weg.")]
    [InlineData("bijna aangereden", "Een kind is bijna aangereden")]
    [InlineData("niet veilig", "Thuis is het niet veilig")]
    [InlineData("losse draden", "lamp brandt niet losse draden niet afgeschermd")]
    [InlineData("geen eten", "Er is geen eten in huis")]
    public void It_is_found_however_it_is_said(string sign, string text) => Assert.True(WordSigns.Of([sign]).In(text));

    [Theory]
    [InlineData("brand", "De lamp brandt niet")]
    [InlineData("brand", "Vier lantaarnpalen branden niet")]
    [InlineData("mes", "Er ligt mest op straat, om precies te zijn: een mestvaalt")]
    [InlineData("gas", "een gast in het gastenverblijf")]
    [InlineData("gevallen", "In dit geval niet")]
    [InlineData("gevallen", "De buurvrouw is er bijna gevallen")]
    [InlineData("gevaar", "Er is geen gevaar")]
    [InlineData("gevaarlijk", "Het is niet gevaarlijk")]
    [InlineData("open luik", "De winkel is open. Het luik is groen.")]
    [InlineData("op de auto", "De auto staat op de stoep")]
    [InlineData("losse draden", "losse tegels, en verderop in de straat ook nog wat oude draden")]
    [InlineData("gewond", "")]
    [InlineData("", "gewond")]
    public void It_is_not_found_in_what_only_looks_like_it(string sign, string text) => Assert.False(WordSigns.Of([sign]).In(text));
}

using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class FoldTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("Café Zürich", "cafe zurich")]
    [InlineData("CAFE\u0301", "cafe")]
    [InlineData("  De   Vries\t-\nJansen ", "de vries - jansen")]
    [InlineData("Ĳsselstein", "ijsselstein")]
    [InlineData("Straße Ærø Łódź Þór Đorđe", "strasse aero lodz thor dorde")]
    [InlineData("İstanbul ırmak", "istanbul irmak")]
    [InlineData("foto’s – ‘s avonds", "foto's - 's avonds")]
    [InlineData("ﬁets ½ m²", "fiets 1⁄2 m2")]
    [InlineData("１２３ＡＢＣ", "123abc")]
    [InlineData("a\0b\u202Ec\u00ADd", "abcd")]
    [InlineData("حديقة", "حديقة")]
    public void Folded(string? text, string folded) => Assert.Equal(folded, Fold.Of(text));

    [Fact]
    public void Folding_twice_is_folding_once() => AnyText.Gen.Sample(text => Fold.Of(Fold.Of(text)) == Fold.Of(text), iter: 20_000);

    [Fact]
    public void Case_makes_no_difference() => Gen.String[Gen.Char["abcdefijzéëüïßøæı "], 0, 20].Sample(text => Fold.Of(text.ToUpperInvariant()) == Fold.Of(text));
}

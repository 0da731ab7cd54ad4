using System.Globalization;
using System.Text;
using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  lamp kapot ", "lamp kapot")]
    [InlineData("lamp\0kapot", "lampkapot")]
    [InlineData("lamp\r\nkapot\tnu", "lamp kapot nu")]
    [InlineData("a\u0007b\u001bc\u0090d", "abcd")]
    [InlineData("exe\u202Etxt\u202C \u2066x\u2069", "exetxt x")]
    [InlineData("\uFEFFbom\uFFFE\uFDD0", "bom")]
    [InlineData("cafe\u0301", "café")]
    [InlineData("👨‍👩‍👧 en 🇳🇱", "👨‍👩‍👧 en 🇳🇱")]
    [InlineData("مرحبا\u200F!", "مرحبا\u200F!")]
    [InlineData("<script>alert(1)</script>'; DROP TABLE", "<script>alert(1)</script>'; DROP TABLE")]   // harmless as text, so left as it is
    public void One_line(string? text, string clean) => Assert.Equal(clean, CleanText.Line(text, 100).Value);

    // Not in the table: an attribute cannot hold half a character.
    [Fact]
    public void Half_characters_go() => Assert.Equal("half  en  heel 😀", CleanText.Line("half \ud83d en \ude00 heel \ud83d\ude00", 100).Value);

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\u2028b\u2029c\u0085d\ve", "a\nb\nc\nd\ne")]
    [InlineData("\n\na\n\n\nb\t c\n", "a\n\n\nb\t c")]
    [InlineData("\r\r\n\n", "")]
    public void Several_lines(string text, string clean) => Assert.Equal(clean, CleanText.Lines(text, 100).Value);

    [Theory]
    [InlineData("lamp", 4, true)]
    [InlineData("lamp!", 4, false)]
    [InlineData(" lamp\0 ", 4, true)]       // counted after cleaning
    [InlineData("😀😀😀😀", 4, true)]        // an emoji is one
    [InlineData("😀😀😀😀😀", 4, false)]
    public void Length_is_limited(string text, int maximum, bool fits) => Assert.Equal(fits, CleanText.Line(text, maximum).Succeeded);

    [Fact]
    public void Too_long_says_how_long()
    {
        var failure = CleanText.Lines(new string('a', 100_000), 2_000).Failure;
        Assert.Equal(("text.too-long", 2_000, 100_000), (failure?.Code, failure?.Arguments[0], failure?.Arguments[1]));
    }

    [Fact]
    public void Whatever_comes_in_is_clean_and_stays_as_it_is_the_second_time() => AnyText.Gen.Sample(text =>
    {
        var line = CleanText.Line(text, int.MaxValue).Value;
        var lines = CleanText.Lines(text, int.MaxValue).Value;
        Assert.DoesNotContain(line, char.IsControl);
        Assert.All(lines.EnumerateRunes(), rune => Assert.True(Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control || rune.Value is '\n' or '\t'));
        Assert.True(lines.IsNormalized());
        Assert.Equal(line, CleanText.Line(line, int.MaxValue).Value);
        Assert.Equal(lines, CleanText.Lines(lines, int.MaxValue).Value);
    }, iter: 5000);
}

using Loket.Places;
using Xunit;

namespace Loket.Unit.Places;

public sealed class AssetNumbersTests
{
    [Theory]
    [InlineData("lamp 118-042 brandt niet", "118042/LampPost")]
    [InlineData("Lantaarnpaal nr. 118 042 is stuk", "118042/LampPost")]
    [InlineData("straatlantaarn 42 op de dijk", "42/LampPost")]
    [InlineData("Container C118-01 is vol", "c11801/Container")]
    [InlineData("afvalbak A118-03", "a11803/Bin")]
    [InlineData("boom met nummer B118-12 is om", "b11812/Tree")]
    [InlineData("118-042 doet het niet", "118042")]
    [InlineData("het nummer is 118042", "118042")]
    [InlineData("tussen 118-042 en 118-043", "118042 118043")]
    [InlineData("lamp 118-042 en 118-043", "118042/LampPost 118043")]
    [InlineData("lamp post 118-042 is out", "118042/LampPost")]
    [InlineData("lamp kapot bij Nieuwemeerdijk 12, 1171 AB", "")]
    [InlineData("lamp 12 1171 AB", "12/LampPost")]
    [InlineData("bel mij op 06-12345678 of 023 5551234", "")]
    [InlineData("bel +31 6 12345678", "")]
    [InlineData("sinds 12-05-2025 om 20:30", "")]
    [InlineData("2025-05-12", "")]
    [InlineData("op de N201 en de A4", "")]
    [InlineData("Dorpsstraat 12", "")]
    [InlineData("", "")]
    [InlineData("🙂\0", "")]
    public void Numbers_of_objects_are_told_from_other_numbers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', AssetNumbers.In(text).Select(number => number.Kind is { } kind ? $"{number.Key}/{kind}" : number.Key)));

    [Fact]
    public void A_very_long_text_gives_ten_at_most() =>
        Assert.Equal(AssetNumbers.Most, AssetNumbers.In(string.Join(' ', Enumerable.Range(100, 20_000).Select(i => $"{i}-{i}"))).Count);
}

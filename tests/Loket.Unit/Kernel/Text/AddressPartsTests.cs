using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class AddressPartsTests
{
    [Theory]
    [InlineData("2132TZ", "2132 TZ")]
    [InlineData(" 2132 tz ", "2132 TZ")]
    [InlineData("2 1 3 2 t z", "2132 TZ")]
    public void A_postcode(string typed, string shown)
    {
        var postcode = Postcode.Read(typed).Value;
        Assert.Equal((shown, "2132TZ"), (postcode.ToString(), postcode.Compact));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2132")]
    [InlineData("2132T")]
    [InlineData("2132TZZ")]
    [InlineData("0132TZ")]
    [InlineData("2132 SS")]
    [InlineData("2132-TZ")]
    [InlineData("2132TÉ")]
    [InlineData("٢١٣٢TZ")]
    public void No_postcode(string? typed) => Assert.Equal("postcode.invalid", Postcode.Read(typed).Failure?.Code);

    [Theory]
    [InlineData("12", 12, null, null, "12")]
    [InlineData(" 12a ", 12, 'A', null, "12A")]
    [InlineData("12 A", 12, 'A', null, "12A")]
    [InlineData("12-2", 12, null, "2", "12-2")]
    [InlineData("12a-2", 12, 'A', "2", "12A-2")]
    [InlineData("12 a 2", 12, 'A', "2", "12A-2")]
    [InlineData("12A2", 12, 'A', "2", "12A-2")]
    [InlineData("12 bis", 12, null, "BIS", "12-BIS")]
    [InlineData("12-III", 12, null, "III", "12-III")]
    [InlineData("12 2hg", 12, null, "2HG", "12-2HG")]
    [InlineData("99999", 99999, null, null, "99999")]
    public void A_house_number(string typed, int number, char? letter, string? addition, string shown)
    {
        var house = HouseNumber.Read(typed).Value;
        Assert.Equal((number, letter, addition, shown), (house.Number, house.Letter, house.Addition, house.ToString()));
        Assert.Equal(house, HouseNumber.Read(shown).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("a12")]
    [InlineData("123456")]
    [InlineData("12 kelder")]
    [InlineData("12é")]
    [InlineData("12\n13 14 15")]
    public void No_house_number(string? typed) => Assert.Equal("house-number.invalid", HouseNumber.Read(typed).Failure?.Code);

    [Fact]
    public void Any_text_is_read_without_failing() => AnyText.Gen.Sample(text => Postcode.Read(text).Succeeded || HouseNumber.Read($"12{text}").Succeeded || true);
}

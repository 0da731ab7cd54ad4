using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class NormalisedPhoneTests
{
    [Theory]
    [InlineData("0612345678", "+31612345678", "06 12345678", true)]
    [InlineData("06-12 34 56 78", "+31612345678", "06 12345678", true)]
    [InlineData("06 – 12345678", "+31612345678", "06 12345678", true)]
    [InlineData("+31 (0)6 12345678", "+31612345678", "06 12345678", true)]
    [InlineData("0031612345678", "+31612345678", "06 12345678", true)]
    [InlineData("023 5551234", "+31235551234", "023 555 1234", false)]
    [InlineData("0297-512345", "+31297512345", "0297 512 345", false)]
    [InlineData("+32 470 12 34 56", "+32470123456", "+32 470 12 34 56", true)]
    public void A_number_has_one_form_to_compare_and_one_to_show(string typed, string e164, string display, bool isMobile)
    {
        var phone = NormalisedPhone.Read(typed).Value;
        Assert.Equal((e164, display, isMobile), (phone.E164, phone.Display, phone.IsMobile));
        Assert.Equal(phone, NormalisedPhone.Read(phone.E164).Value);
        Assert.Equal(phone, NormalisedPhone.Read(phone.Display).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("06123456789")]
    [InlineData("06 1234567")]
    [InlineData("0600000000000000000000000000000000000000000")]
    [InlineData("06 CALLMENU")]
    [InlineData("112")]
    [InlineData("+999 12345678")]
    [InlineData("06 12345678\u0000")]
    public void Other_text_is_no_number(string? typed) => Assert.Equal("phone.invalid", NormalisedPhone.Read(typed).Failure?.Code);

    [Fact]
    public void Any_text_is_read_without_failing() => AnyText.Gen.Sample(text => NormalisedPhone.Read(text).Succeeded || true);
}

using CsCheck;
using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class NormalisedEmailTests
{
    [Theory]
    [InlineData("j.jansen@example.nl", "j.jansen@example.nl", "j.jansen@example.nl")]
    [InlineData("  J.Jansen@Example.NL ", "J.Jansen@Example.NL", "j.jansen@example.nl")]
    [InlineData("a+b_c-d'e@sub.example.co.uk", "a+b_c-d'e@sub.example.co.uk", "a+b_c-d'e@sub.example.co.uk")]
    [InlineData("info@café.example", "info@café.example", "info@xn--caf-dma.example")]
    [InlineData("zoë@example.nl", "zoë@example.nl", "zoë@example.nl")]
    public void An_address_has_one_form_to_send_to_and_one_to_compare(string typed, string address, string key)
    {
        var email = NormalisedEmail.Read(typed).Value;
        Assert.Equal((address, key), (email.Address, email.Key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jansen")]
    [InlineData("@example.nl")]
    [InlineData("jansen@")]
    [InlineData("jansen@localhost")]
    [InlineData("jansen@example.")]
    [InlineData("jansen@.nl")]
    [InlineData("jansen@exa mple.nl")]
    [InlineData("jan sen@example.nl")]
    [InlineData("jan@sen@example.nl")]
    [InlineData(".jansen@example.nl")]
    [InlineData("jan..sen@example.nl")]
    [InlineData("jansen@-example.nl")]
    [InlineData("jansen@127.0.0.1")]
    [InlineData("jansen@example.nl\r\nBcc: x@example.nl")]
    [InlineData("Jan <jansen@example.nl>")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123456789@example.nl")]
    public void Other_text_is_no_address(string? typed) => Assert.Equal("email.invalid", NormalisedEmail.Read(typed).Failure?.Code);

    [Fact]
    public void Any_text_is_read_without_failing() => AnyText.Gen.Sample(text => NormalisedEmail.Read($"{text}@{text}.nl").Succeeded || true, iter: 5000);
}

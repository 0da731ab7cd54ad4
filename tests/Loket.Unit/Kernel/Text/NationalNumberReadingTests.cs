using Loket.Kernel.Text;
using Xunit;

namespace Loket.Unit.Kernel.Text;

public sealed class NationalNumberReadingTests
{
    private const string Right = "111222333";

    [Theory]
    [InlineData("111222333", "111222333")]
    [InlineData(" 1112 22 333 ", "111222333")]
    [InlineData("111.222.333", "111222333")]
    [InlineData("111-222-333", "111222333")]
    [InlineData("019095508", "019095508")]
    [InlineData("123456782", "123456782")]
    public void People_type_a_number_in_groups(string typed, string digits) => Assert.Equal(digits, NationalNumber.Read(typed).Value.Digits);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("19095508")]
    [InlineData("1112223334")]
    [InlineData("11122233a")]
    [InlineData("BSN 111222333")]
    [InlineData("١١١٢٢٢٣٣٣")]
    public void What_has_no_nine_digits_is_none(string? typed) => Assert.Equal("number.nine-digits", NationalNumber.Read(typed).Failure?.Code);

    [Theory]
    [InlineData("111222334")]
    [InlineData("123456789")]
    [InlineData("000000000")]
    public void Nine_digits_that_do_not_pass_are_none(string typed) => Assert.Equal("number.check-fails", NationalNumber.Read(typed).Failure?.Code);

    [Fact]
    public void Each_wrong_digit_and_each_two_that_changed_places_are_found()
    {
        for (var place = 0; place < NationalNumber.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != Right[place]) Assert.False(NationalNumber.Passes(Right[..place] + digit + Right[(place + 1)..]));
            }

            for (var other = place + 1; other < NationalNumber.Length; other++)
            {
                var swapped = Right.ToCharArray();
                (swapped[place], swapped[other]) = (swapped[other], swapped[place]);
                if (Right[place] != Right[other]) Assert.False(NationalNumber.Passes(new string(swapped)));
            }
        }
    }

    [Fact]
    public void It_hides_itself_where_it_is_written_by_mistake() => Assert.Equal("Nummer: •••••••••", $"Nummer: {NationalNumber.Read(Right).Value}");
}

using Loket.Cases.Handovers;
using Xunit;

namespace Loket.Unit.Cases;

public sealed class NationalNumberTests
{
    [Theory]
    [InlineData("111222333")]
    [InlineData("111 222 333")]
    [InlineData("111  222  333")]
    [InlineData("111\u00A0222\u00A0333")]
    [InlineData("111.222.333")]
    [InlineData("1112.22.333")]
    [InlineData("111-222-333")]
    [InlineData("111/222/333")]
    [InlineData("111 - 222 - 333")]
    [InlineData("111\u200B222333")]
    [InlineData("(111) 222333")]
    [InlineData("1 1 1 2 2 2 3 3 3")]
    [InlineData("BSN111222333.")]
    [InlineData("19095508")]
    [InlineData("1909 5508")]
    public void A_number_goes_out_in_no_way_that_people_write_it(string written)
    {
        var hidden = NationalNumbers.Hide($"Mijn nummer is {written} en ik woon hier.")!;

        Assert.DoesNotContain(hidden, char.IsAsciiDigit);
        Assert.StartsWith("Mijn nummer is ", hidden, StringComparison.Ordinal);
        Assert.EndsWith(" en ik woon hier.", hidden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0612345678 111222333")]
    [InlineData("111222333 06-12345678")]
    [InlineData("+31612345678 111222333")]
    [InlineData("huis 12 111222333")]
    public void It_is_found_beside_other_numbers(string written) =>
        Assert.DoesNotContain("222333", NationalNumbers.Hide(written), StringComparison.Ordinal);

    [Theory]
    [InlineData("06 19095508")]
    [InlineData("06-19095508")]
    [InlineData("+31 6 19095508")]
    [InlineData("+31 111222333")]
    [InlineData("0031 111222333")]
    [InlineData("+31 (0)111222333")]
    [InlineData("0111222333")]
    [InlineData("lantaarnpaal 118-042")]
    [InlineData("op 23-11-2026, uiterlijk 2026-12-01")]
    [InlineData("111222334")]
    [InlineData("NL91 ABNA 0417 1643 00")]
    public void Telephone_numbers_days_and_what_does_not_pass_the_eleven_test_stay(string written) => Assert.Equal(written, NationalNumbers.Hide(written));
}

using System.Text;
using Loket.Organisation.Accounts;
using NodaTime;
using Xunit;

namespace Loket.Unit.Organisation;

public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, last six digits of the values for SHA-1.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.Code(Key, OneTimeCodes.StepAt(Instant.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_telephone_may_be_one_step_off(int steps, bool fits)
    {
        var now = Instant.FromUnixTimeSeconds(1_900_000_000);
        var typed = OneTimeCodes.Code(Key, OneTimeCodes.StepAt(now) + steps).Insert(3, " ");

        Assert.Equal(fits, OneTimeCodes.Match(Key, typed, now, lastUsed: 0) is not null);
        Assert.Null(OneTimeCodes.Match(Key, typed, now, lastUsed: OneTimeCodes.StepAt(now) + steps));
    }

    [Fact]
    public void The_secret_is_written_in_base_32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCodes.Text(Key));

    // RFC 4648, section 10, without padding.
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_the_standard(string text, string written) => Assert.Equal(written, OneTimeCodes.Text(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(4, 480)]
    [InlineData(5, 900)]
    [InlineData(400, 900)]
    public void Waiting_doubles_up_to_a_quarter_of_an_hour(int tooMany, int? seconds) =>
        Assert.Equal(seconds, (int?)Tries.After(tooMany)?.TotalSeconds);
}

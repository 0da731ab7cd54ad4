using CsCheck;
using Loket.Kernel.References;
using Xunit;

namespace Loket.Unit.Kernel.References;

public sealed class SixDigitCodeTests
{
    private static readonly CodeHash Hash = new(new byte[32]);

    [Theory]
    [InlineData("012345", "012345")]
    [InlineData(" 12 34 56 ", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("12.34.56", "123456")]
    public void People_type_it_in_groups(string typed, string digits)
    {
        Assert.True(SixDigitCode.TryRead(typed, out var code));
        Assert.Equal(digits, code.Digits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345678901234567890")]
    [InlineData("12345O")]
    [InlineData("123456x")]
    [InlineData("١٢٣٤٥٦")]
    public void Other_text_is_no_code(string? typed) => Assert.False(SixDigitCode.TryRead(typed, out _));

    [Fact]
    public void A_drawn_code_matches_its_own_hash_and_no_other() => Gen.Int[0, 99].Sample(_ =>
    {
        var code = SixDigitCode.Draw();
        var other = SixDigitCode.Draw();
        var stored = Hash.Of(code, CodePurpose.Pin, "HLM-7K4Q-2XYR");
        Assert.Equal(64, stored.Length);
        Assert.True(Hash.Matches(code, CodePurpose.Pin, "HLM-7K4Q-2XYR", stored));
        Assert.Equal(other == code, Hash.Matches(other, CodePurpose.Pin, "HLM-7K4Q-2XYR", stored));
    });

    [Fact]
    public void A_hash_is_bound_to_purpose_subject_and_key_and_salted()
    {
        Assert.True(SixDigitCode.TryRead("123456", out var code));
        var stored = Hash.Of(code, CodePurpose.Pin, "HLM-7K4Q-2XYR");

        Assert.False(Hash.Matches(code, CodePurpose.OneTimeCode, "HLM-7K4Q-2XYR", stored));
        Assert.False(Hash.Matches(code, CodePurpose.Pin, "HLM-2222-2222", stored));
        Assert.False(new CodeHash([.. Enumerable.Repeat((byte)1, 32)]).Matches(code, CodePurpose.Pin, "HLM-7K4Q-2XYR", stored));
        Assert.NotEqual(stored, Hash.Of(code, CodePurpose.Pin, "HLM-7K4Q-2XYR"));
        Assert.DoesNotContain("123456", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("****************************************************************")]
    public void Text_that_is_no_hash_matches_nothing(string stored) => Assert.False(Hash.Matches(SixDigitCode.Draw(), CodePurpose.Pin, "HLM-7K4Q-2XYR", stored));

    [Fact]
    public void A_code_hides_itself() => Assert.Equal("******", $"{SixDigitCode.Draw()}");

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => new CodeHash(new byte[31]));
}

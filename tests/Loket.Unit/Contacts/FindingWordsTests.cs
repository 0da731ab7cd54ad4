using Loket.Contacts;
using Xunit;

namespace Loket.Unit.Contacts;

/// <summary>What is typed of an address begins what is kept of it.</summary>
public sealed class FindingWordsTests
{
    [Theory]
    [InlineData("Kerkstraat 12 a\n2011 AB Haarlem", "Kerkstraat 12", "kerkstraat 12a", "Kerkstraat 12 A", "Kerkstraat 12 a, Haarlem", "Kerkstraat 12 Haarlem", "2011AB 12", "2011 ab 12a", "2011ab")]
    [InlineData("1e Dwarsstraat 5\n2011 AB Haarlem", "1e Dwarsstraat 5", "1e dwarsstraat 5, Haarlem")]
    [InlineData("Kerkstraat 3-II\n2131 ZZ Hoofddorp", "Kerkstraat 3", "2131ZZ 3")]
    public void An_address_is_found_however_its_number_is_written(string kept, params string[] typed)
    {
        var words = FindingWords.Of(null, kept);
        Assert.All(typed, one => Assert.Contains(words, word => word.StartsWith(FindingWords.Typed(one)!, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Kerkstraat 2")]
    [InlineData("Kerkstraat 12b")]
    [InlineData("2011AC 12")]
    [InlineData("2011AB 2")]
    public void Another_number_or_street_is_not(string typed)
    {
        var words = FindingWords.Of(null, "Kerkstraat 12 a\n2011 AB Haarlem");
        Assert.DoesNotContain(words, word => word.StartsWith(FindingWords.Typed(typed)!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Jansen")]
    [InlineData("12")]
    [InlineData("")]
    public void What_is_no_address_is_not_looked_up_as_one(string typed) => Assert.Null(FindingWords.Typed(typed));
}

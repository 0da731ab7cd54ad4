using Loket.Contacts;
using Xunit;

namespace Loket.Unit.Contacts;

/// <summary>Which addresses are those of one house.</summary>
public sealed class SameHouseTests
{
    [Theory]
    [InlineData("Dorpsstraat 12\n2131 AA Hoofddorp", "dorpsstraat 12\n2131AA HOOFDDORP", true)]
    [InlineData("Dorpsstraat 12\n2131 AA Hoofddorp", "Dorpsstraat 12", true)]
    [InlineData("Dorpsstraat 12 a\n2131 AA Hoofddorp", "Dorpsstraat 12a\n2131 AA", true)]
    [InlineData("Dorpstraat 12\n2131 AA Hoofddorp", "Dorpsstraat 12\n2131 AA Hoofddorp", true)]
    [InlineData("Dorpsstraat 12\n2131 AA Hoofddorp", "Dorpsstraat 12\n1431 AA Aalsmeer", false)]
    [InlineData("Dorpsstraat 12\n2131 AA Hoofddorp", "Dorpsstraat 12a\n2131 AA Hoofddorp", false)]
    [InlineData("Dorpsstraat 12", "Dorpsstraat 14", false)]
    [InlineData("Hoofddorp", "Hoofddorp", false)]
    [InlineData("", "", false)]
    public void A_house_is_the_same_by_postcode_and_number_and_by_the_street_where_one_has_no_postcode(string one, string other, bool same)
    {
        Assert.Equal(same, FindingWords.IsSameHouse(one, other));
        Assert.Equal(same, FindingWords.IsSameHouse(other, one));
    }
}

using Loket.Places;
using Xunit;

namespace Loket.Unit.Places;

public sealed class StreetOfTests
{
    [Theory]
    [InlineData("Kruisweg 12", "Kruisweg")]
    [InlineData("Kruisweg 12 A-2", "Kruisweg")]
    [InlineData("Kruisweg", "Kruisweg")]
    [InlineData("Plein 1945 7", "Plein 1945")]
    [InlineData("Burg. van Stamplein 4a", "Burg. van Stamplein")]
    [InlineData("12", "12")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void The_street_stands_before_the_number(string? address, string? street) => Assert.Equal(street, Place.StreetOf(address));
}

using Loket.Web.Pages.Staff.GoTo;
using Xunit;

namespace Loket.Unit.Components;

/// <summary>A page is found by how its name begins, by its words, and by other words for it.</summary>
public sealed class GoMatchTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("mijn", 0)]
    [InlineData("MIJN wé", 0)]
    [InlineData("werk", 1)]
    [InlineData("we mij", 1)]
    [InlineData("zaken", 2)]
    [InlineData("zak mijn", 2)]
    [InlineData("rk", null)]
    [InlineData("mijn team", null)]
    public void How_well_it_fits(string typed, int? rank) => Assert.Equal(rank, GoMatch.Of(typed, "Mijn werk", "eigen zaken lijst"));
}

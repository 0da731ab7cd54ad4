namespace Loket.Demo.Town;

/// <summary>Gives a street its addresses: odd numbers on the left, even on the right.</summary>
internal sealed class HouseNumbers
{
    // Letters that Dutch postcodes use; SA, SD and SS are never given out.
    private const string Letters = "ABCDEGHJKLMNPRSTVWXZ";
    private const int AddressesPerPostcode = 20;
    private readonly Dictionary<int, int> _postcodesGiven = [];

    public IEnumerable<Address> Of(Street street, Dice dice)
    {
        var (pitch, aside) = street.Kind switch
        {
            StreetKind.Homes => (13, 10),
            StreetKind.Shops => (10, 8),
            StreetKind.Business => (55, 22),
            _ => (34, 16),
        };
        var walk = new Walk(street.Line);
        var perSide = (int)(walk.Metres / pitch);
        foreach (var side in new[] { 1, 2 })
        {
            var postcode = "";
            for (var i = 0; i < perSide; i++)
            {
                if (i % AddressesPerPostcode == 0) postcode = NextPostcode(street.Postcode);
                if (dice.Percent(4)) continue;   // a garden, a path, a garage: no village counts on without gaps
                var place = walk.At((i + 0.5) * pitch, side == 1 ? -aside : aside);
                yield return new(street, side + (2 * i), postcode, CoreAt(street.Village, place), place);
            }
        }
    }

    private string NextPostcode(int digits)
    {
        string letters;
        do
        {
            var given = _postcodesGiven.GetValueOrDefault(digits);
            _postcodesGiven[digits] = given + 1;
            letters = $"{Letters[given / Letters.Length]}{Letters[given % Letters.Length]}";
        }
        while (letters is "SA" or "SD" or "SS");
        return $"{digits}{letters}";
    }

    private static string? CoreAt(string village, Spot place) =>
        Areas.Cores.FirstOrDefault(core => core.Village == village && core.Middle.IsWithin(700, place))?.Key;
}

namespace Loket.Places;

/// <summary>Where something is, as far as it is known: in words, as an address, an object, an area, a point. All parts may be missing.</summary>
public sealed record Place
{
    /// <summary>Nothing is known.</summary>
    public static Place Unknown => new();

    /// <summary>What was said: "bij de brug", "naast nummer 12".</summary>
    public string? Text { get; init; }

    /// <summary>Key of the smallest area that holds it.</summary>
    public string? Area { get; init; }

    /// <summary>Street and house number, as the address source writes them.</summary>
    public string? Address { get; init; }

    /// <summary>Number of the object outside, for example of a lamp post.</summary>
    public string? Asset { get; init; }

    /// <summary>Key of the partner that owns the object; null where the municipality does or nobody knows.</summary>
    public string? AssetOwner { get; init; }

    /// <summary>Metres east in the Dutch grid (RD).</summary>
    public double? X { get; init; }

    /// <summary>Metres north in the Dutch grid (RD).</summary>
    public double? Y { get; init; }

    /// <summary>The street of an address: what stands before the house number; null where there is none.</summary>
    public static string? StreetOf(string? address)
    {
        if (string.IsNullOrWhiteSpace(address)) return null;
        for (var at = address.Length - 2; at > 0; at--)
        {
            if (address[at] == ' ' && char.IsAsciiDigit(address[at + 1])) return address[..at].TrimEnd();
        }

        return address;
    }
}

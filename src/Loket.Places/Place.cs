using Loket.Kernel;

namespace Loket.Places;

/// <summary>Where something is, as far as it is known: in words, as an address, an object, an area, a point. All parts may be missing.</summary>
public sealed record Place
{
    /// <summary>Nothing is known.</summary>
    public static Place Unknown => new();

    /// <summary>What was said: "bij de brug", "naast nummer 12". The words of one resident, which may hold a name: not for others who asked, and for a partner
    /// only where its rule gives names.</summary>
    [Personal("answering", "case")]
    public string? Text { get; init; }

    /// <summary>Key of the smallest area that holds it.</summary>
    public string? Area { get; init; }

    /// <summary>Street and house number, as the address source writes them.</summary>
    [Personal("answering", "case")]
    public string? Address { get; init; }

    /// <summary>Number of the object outside, for example of a lamp post.</summary>
    public string? Asset { get; init; }

    /// <summary>Key of the partner that owns the object; null where the municipality does or nobody knows.</summary>
    public string? AssetOwner { get; init; }

    /// <summary>Metres east in the Dutch grid (RD).</summary>
    public double? X { get; init; }

    /// <summary>Metres north in the Dutch grid (RD).</summary>
    public double? Y { get; init; }

    /// <summary>The place as others may read it: the object, the street or address, the area by its name; without what was said.</summary>
    /// <param name="areas">Their names.</param>
    public Place ForOthers(AreaMap areas) => this with { Text = Address is null ? areas[Area]?.Name : null };

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

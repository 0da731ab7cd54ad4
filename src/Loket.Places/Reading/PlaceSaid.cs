using Loket.Kernel.Geography;

namespace Loket.Places;

/// <summary>How sure it is where something is.</summary>
public enum PlaceCertainty
{
    /// <summary>Nothing was recognised.</summary>
    Unknown,

    /// <summary>An area only.</summary>
    Area,

    /// <summary>A street name that several villages have.</summary>
    StreetSomewhere,

    /// <summary>A street.</summary>
    Street,

    /// <summary>An address or an object.</summary>
    Exact,
}

/// <summary>A street as the engine needs it.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Town">As it is written.</param>
/// <param name="Area">Key of the smallest area that holds it.</param>
public sealed record StreetSketch(string Name, string Town, string? Area);

/// <summary>What was said about where, with what was recognised already.</summary>
/// <param name="Text">In the person's own words.</param>
/// <param name="Address">The address that they chose or that was found, if any.</param>
/// <param name="Asset">The object that they named, if any.</param>
/// <param name="Village">The village that they named apart from the text, if any.</param>
public sealed record PlaceSaid(string? Text, AddressCard? Address = null, AssetCard? Asset = null, string? Village = null)
{
    /// <summary>Whether nothing in the text can say it better.</summary>
    internal bool IsExact => Asset is not null || Address is { Number: not null };
}

/// <summary>Where it is, as far as that can be read.</summary>
/// <param name="Text">What was said.</param>
/// <param name="Area">Key of the smallest area that surely holds it.</param>
/// <param name="Street">The street as it is written.</param>
/// <param name="HouseNumber">A number behind that street in the text, not checked: "12", "12a".</param>
/// <param name="Address">The address.</param>
/// <param name="Asset">The object.</param>
/// <param name="Position">Of the object or address; a street or area has none.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record PlaceRead(
    string? Text, string? Area, string? Street, string? HouseNumber, AddressCard? Address, AssetCard? Asset, RdPoint? Position, PlaceCertainty Certainty);

using System.Globalization;
using Loket.Kernel.Geography;

namespace Loket.Places;

/// <summary>An address, or a whole street when it has no house number, as others see it.</summary>
/// <param name="Key">What the source calls it; for looking it up again, not for showing.</param>
/// <param name="Street">As it is written.</param>
/// <param name="Number">House number; null for a whole street.</param>
/// <param name="Letter">One capital letter, if any.</param>
/// <param name="Addition">One to four letters or digits, if any.</param>
/// <param name="Postcode">Four digits and two letters without a space; null for a whole street.</param>
/// <param name="Town">As it is written.</param>
/// <param name="Area">Key of the smallest area that holds it, where known.</param>
/// <param name="Position">Where it is; null for a whole street.</param>
public sealed record AddressCard(
    string Key, string Street, int? Number, string? Letter, string? Addition, string? Postcode, string Town, string? Area, RdPoint? Position)
{
    /// <summary>"Nieuwemeerdijk 12A-2", or the street alone.</summary>
    public string StreetAndNumber => Number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Street} {number}{Letter}{(Addition is null ? "" : "-")}{Addition}")
        : Street;

    /// <summary>As on an envelope: "Nieuwemeerdijk 12, 1171 AB Badhoevedorp".</summary>
    public string Written => Postcode is { Length: 6 } code ? $"{StreetAndNumber}, {code[..4]} {code[4..]} {Town}" : $"{StreetAndNumber}, {Town}";
}

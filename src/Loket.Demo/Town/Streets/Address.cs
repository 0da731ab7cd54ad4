namespace Loket.Demo.Town;

/// <summary>An address of the demo: street and four digits exist, house number, letters and position are invented.</summary>
/// <param name="Postcode">Four digits and two letters without a space.</param>
/// <param name="Core">Key of the core that it lies in, if any.</param>
public sealed record Address(Street Street, int HouseNumber, string Postcode, string? Core, Spot Place)
{
    /// <summary>As on an envelope: "Nieuwemeerdijk 12, 1171 AB Badhoevedorp".</summary>
    public string Written => $"{Street.Name} {HouseNumber}, {Postcode[..4]} {Postcode[4..]} {Areas.VillageOf(Street.Village).Name}";
}

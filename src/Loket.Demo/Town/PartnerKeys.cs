namespace Loket.Demo.Town;

/// <summary>Keys of the partners that facts refer to.</summary>
public static class PartnerKeys
{
    public const string GridOperator = "grid-operator";
    public const string StreetLightContractor = "street-light-contractor";
    public const string HousingCorporation = "housing-corporation";
    public const string WaterBoard = "water-board";
    public const string Province = "province";
    public const string NationalRoads = "national-roads";
    public const string YouthInformation = "youth-information";
    public const string YouthHelp = "youth-help";
    public const string SocialCounsellors = "social-counsellors";
    public const string WasteCollector = "waste-collector";
    public const string BusCompany = "bus-company";
    public const string Neighbour = "neighbouring-municipality";
    public const string Police = "police";
    public const string AirTraffic = "air-traffic-desk";
    public const string TaxOffice = "tax-office";

    /// <summary>The village council of a village.</summary>
    public static string VillageCouncil(string village) => $"village-council-{village}";
}

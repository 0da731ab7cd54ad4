using Loket.Kernel.Calendars;

namespace Loket.Demo.Town;

/// <summary>The partners of the demo town.</summary>
public static class Partners
{
    /// <summary>The grid operator first, the village councils last.</summary>
    public static IReadOnlyList<Partner> All { get; } =
    [
        new(PartnerKeys.GridOperator, new("Netbeheerder Polderstroom", "Grid operator Polderstroom"), new("Kabels van de straatverlichting en lampen van de netbeheerder.", "Cables of street lighting and the grid operator's own lamps."), Norm.WorkingDays(2), PersonalDataShared.None, 4, GetsPictures: true),
        new(PartnerKeys.StreetLightContractor, new("Aannemer Lichtmeer", "Contractor Lichtmeer"), new("Herstelt de lantaarnpalen van de gemeente.", "Mends the street lights of the municipality."), Norm.WorkingDays(2), PersonalDataShared.None, 4, GetsPictures: true),
        new(PartnerKeys.HousingCorporation, new("Woningcorporatie De Ringvaart", "Housing corporation De Ringvaart"), new("Verhuurt en onderhoudt sociale huurwoningen.", "Lets and maintains social housing."), Norm.WorkingDays(3), PersonalDataShared.Contact, 5, GetsPictures: true),
        new(PartnerKeys.WaterBoard, new("Waterschap Meer en Dijk", "Water board Meer en Dijk"), new("Zorgt voor sloten, dijken en het waterpeil.", "Cares for ditches, dikes and the water level."), Norm.WorkingDays(3), PersonalDataShared.None, 3, GetsPictures: true),
        new(PartnerKeys.Province, new("Provinciale wegbeheerder", "Provincial road authority"), new("Beheert de N-wegen.", "Manages the N roads."), Norm.WorkingDays(3), PersonalDataShared.Contact, 2, GetsPictures: true),
        new(PartnerKeys.NationalRoads, new("Landelijke wegbeheerder", "National road authority"), new("Beheert de snelwegen.", "Manages the motorways."), Norm.WorkingDays(3), PersonalDataShared.Contact, 2, GetsPictures: true),
        new(PartnerKeys.BusCompany, new("Vervoerder MeerBus", "Bus company MeerBus"), new("Rijdt de bussen en de buurtbus.", "Runs the buses and the neighbourhood bus."), Norm.WorkingDays(5), PersonalDataShared.Contact, 2),
        new(PartnerKeys.WasteCollector, new("Inzamelaar Schoonpolder", "Waste collector Schoonpolder"), new("Haalt kliko's en grof vuil op.", "Collects wheelie bins and bulky waste."), Norm.WorkingDays(1), PersonalDataShared.None, 4, GetsPictures: true),
        new(PartnerKeys.YouthInformation, new("Jongeren Informatie Punt", "Youth information point"), new("Informatie en een luisterend oor voor jongeren.", "Information and a listening ear for young people."), Norm.WorkingDays(1), PersonalDataShared.Contact, 5),
        new(PartnerKeys.SocialCounsellors, new("Sociaal raadslieden", "Social-legal counsellors"), new("Uitleg en hulp bij brieven, toeslagen en recht.", "Explanation and help with letters, allowances and law."), Norm.WorkingDays(2), PersonalDataShared.Contact, 5),
        new(PartnerKeys.TaxOffice, new("Belastingkantoor de Polder", "Tax office de Polder"), new("Int de gemeentelijke belastingen.", "Collects the municipal taxes."), Norm.WorkingDays(3), PersonalDataShared.Contact, 3),
        new(PartnerKeys.AirTraffic, new("Meldpunt vliegverkeer", "Air traffic reporting desk"), new("Beantwoordt klachten over vliegtuigen.", "Answers complaints about aircraft."), Norm.WorkingDays(5), PersonalDataShared.Name, 2),
        new(PartnerKeys.Police, new("Wijkagenten", "Community police"), new("Helpt bij overlast en onveiligheid.", "Helps with nuisance and safety."), Norm.WorkingDays(2), PersonalDataShared.Name, 4),
        new(PartnerKeys.Neighbour, new("Buurgemeenten", "Neighbouring municipalities"), new("Wegen en dijken net over de grens.", "Roads and dikes just across the border."), Norm.WorkingDays(5), PersonalDataShared.Contact, 2, GetsPictures: true),
        // The youth team decides who needs help and hands over; the provider gets what it takes to call the family, and hears the rest from them.
        new(PartnerKeys.YouthHelp, new("Jeugdhulp Meerland", "Youth help Meerland"), new("Helpt gezinnen thuis als opvoeden niet alleen lukt.", "Helps families at home when raising children is too much alone."), Norm.WorkingDays(1), PersonalDataShared.Contact, 3),
        .. Areas.Villages.Where(village => village.HasVillageCouncil).Select(village => new Partner(
            PartnerKeys.VillageCouncil(village.Key), new($"Dorpsraad {village.Name}", $"Village council {village.Name}"),
            new($"Spreekt namens {village.Name}.", $"Speaks for {village.Name}."), Norm.WorkingDays(10), PersonalDataShared.None, 2)),
    ];

    /// <summary>The partner with this key, or nothing.</summary>
    public static Partner? Find(string key) => ByKey.GetValueOrDefault(key);

    private static readonly Dictionary<string, Partner> ByKey = All.ToDictionary(partner => partner.Key, StringComparer.Ordinal);
}

namespace Loket.Demo.Town;

/// <summary>A team of the municipality that cases are placed with.</summary>
/// <param name="Size">Members, the lead included; 2 to 25.</param>
/// <param name="AreaTeam">Key of the area that it manages, for the three area teams.</param>
public sealed record Team(string Key, Words Name, Words Task, int Size, string? AreaTeam = null)
{
    /// <summary>In a domain that is reserved for examples.</summary>
    public string Email => $"{Key}@haarlemmermeer.example";

    /// <summary>All teams; the contact centre first.</summary>
    public static IReadOnlyList<Team> All { get; } =
    [
        new(TeamKeys.ContactCentre, new("Klant Contact Centrum", "Contact centre"), new("Neemt de telefoon en de e-mail aan.", "Answers telephone and e-mail."), 25),
        new(TeamKeys.Triage, new("Verdeelpunt", "Triage"), new("Geeft een plek aan wat geen regel kan plaatsen.", "Places what no rule can place."), 4),
        new(TeamKeys.DeskHoofddorp, new("Loket Hoofddorp", "Desk Hoofddorp"), new("Helpt bezoekers in het raadhuis.", "Helps visitors in the town hall."), 12),
        new(TeamKeys.DeskNieuwVennep, new("Loket Nieuw-Vennep", "Desk Nieuw-Vennep"), new("Helpt bezoekers in Nieuw-Vennep.", "Helps visitors in Nieuw-Vennep."), 7),
        new(TeamKeys.DeskZwanenburg, new("Loket Zwanenburg", "Desk Zwanenburg"), new("Helpt bezoekers in Zwanenburg.", "Helps visitors in Zwanenburg."), 6),
        new(TeamKeys.DeskBadhoevedorp, new("Loket Badhoevedorp", "Desk Badhoevedorp"), new("Helpt bezoekers in Badhoevedorp.", "Helps visitors in Badhoevedorp."), 6),
        new(TeamKeys.AreaNorth, new("Gebiedsteam Noord", "Area team North"), new("Kent de dorpen in het noorden.", "Knows the villages in the north."), 6, "north"),
        new(TeamKeys.AreaMiddle, new("Gebiedsteam Midden", "Area team Middle"), new("Kent Hoofddorp en omgeving.", "Knows Hoofddorp and around."), 7, "middle"),
        new(TeamKeys.AreaSouth, new("Gebiedsteam Zuid", "Area team South"), new("Kent Nieuw-Vennep en de dorpen in het zuiden.", "Knows Nieuw-Vennep and the villages in the south."), 6, "south"),
        new(TeamKeys.PublicSpace, new("Beheer openbare ruimte", "Public space"), new("Onderhoudt wegen, stoepen, riool en straatmeubilair.", "Maintains roads, pavements, sewers and street furniture."), 14),
        new(TeamKeys.Lighting, new("Openbare verlichting", "Street lighting"), new("Stuurt de aannemer en de netbeheerder aan.", "Directs the contractor and the grid operator."), 3),
        new(TeamKeys.Green, new("Groen", "Green"), new("Zorgt voor bomen, gras en struiken.", "Cares for trees, grass and bushes."), 8),
        new(TeamKeys.Waste, new("Afval en grondstoffen", "Waste"), new("Zorgt voor containers en de afvalkalender.", "Cares for containers and the waste calendar."), 6),
        new(TeamKeys.Traffic, new("Verkeer en vervoer", "Traffic and transport"), new("Zorgt voor verkeerslichten, borden en veilige wegen.", "Cares for traffic lights, signs and safe roads."), 6),
        new(TeamKeys.Enforcement, new("Handhaving", "Enforcement"), new("Ziet toe op parkeren, lawaai en afval.", "Watches parking, noise and waste."), 10),
        new(TeamKeys.CivilAffairs, new("Burgerzaken", "Civil affairs"), new("Paspoorten, rijbewijzen, akten en verhuizingen.", "Passports, licences, certificates and moves."), 16),
        new(TeamKeys.SocialDomain, new("Sociaal team", "Social domain"), new("Hulp en zorg voor wie het niet alleen redt.", "Help and care for who cannot manage alone."), 12),
        new(TeamKeys.Youth, new("Jeugdteam", "Youth"), new("Hulp voor kinderen, jongeren en ouders.", "Help for children, young people and parents."), 9),
        new(TeamKeys.IncomeAndDebt, new("Inkomen en schulden", "Income and debt"), new("Uitkeringen, minimabeleid en schuldhulp.", "Benefits, support and debt help."), 11),
        new(TeamKeys.LegalAffairs, new("Juridische zaken", "Legal affairs"), new("Bezwaar, schade en ingebrekestelling.", "Objections, damage and notices of default."), 7),
        new(TeamKeys.InformationAndPrivacy, new("Informatie en privacy", "Information and privacy"), new("Woo-verzoeken, privacyverzoeken en archief.", "Information requests, privacy requests and records."), 6),
        new(TeamKeys.Integrity, new("Klachten en integriteit", "Complaints and integrity"), new("Klachten over gedrag en meldingen van fraude.", "Complaints about conduct and reports of fraud."), 3),
        new(TeamKeys.Permits, new("Vergunningen", "Permits"), new("Bouwen, evenementen en ruimtelijke plannen.", "Building, events and spatial plans."), 9),
        new(TeamKeys.Welfare, new("Dorpen en welzijn", "Villages and welfare"), new("Dorpshuizen, senioren, sport en vrijwilligers.", "Village halls, seniors, sports and volunteers."), 7),
        new(TeamKeys.Council, new("Griffie en raad", "Council"), new("Ondersteunt de gemeenteraad.", "Supports the municipal council."), 14),
        new(TeamKeys.Communication, new("Communicatie en participatie", "Communication and participation"), new("Website, brieven, ideeën en inspraak.", "Website, letters, ideas and consultation."), 7),
        new(TeamKeys.Management, new("Bestuur en directie", "Executive and management"), new("Burgemeester, wethouders en directie.", "Mayor, aldermen and directors."), 10),
        new(TeamKeys.FunctionalManagement, new("Functioneel beheer", "Functional administration"), new("Richt Loket in.", "Sets Loket up."), 4),
    ];
}

namespace Loket.Demo.Town;

/// <summary>The subjects of one member of the municipal executive. Names and division are invented.</summary>
public sealed record Portfolio(string Key, Words Name, string Holder, bool IsMayor)
{
    public const string Safety = "safety";
    public const string PublicSpace = "public-space";
    public const string Mobility = "mobility";
    public const string Sustainability = "sustainability";
    public const string Housing = "housing";
    public const string Care = "care";
    public const string Youth = "youth";
    public const string Services = "services";
    public const string Finance = "finance";
    public const string Villages = "villages";

    /// <summary>Ten portfolios of six people; the mayor first.</summary>
    public static IReadOnlyList<Portfolio> All { get; } =
    [
        new(Safety, new("Veiligheid en handhaving", "Safety and enforcement"), "Marijke Hoogendoorn", IsMayor: true),
        new(PublicSpace, new("Openbare ruimte", "Public space"), "Anouar Belkacem", IsMayor: false),
        new(Mobility, new("Verkeer en vervoer", "Traffic and transport"), "Anouar Belkacem", IsMayor: false),
        new(Sustainability, new("Duurzaamheid, water en luchtvaart", "Sustainability, water and aviation"), "Tineke Stolwijk", IsMayor: false),
        new(Housing, new("Wonen en ruimte", "Housing and planning"), "Tineke Stolwijk", IsMayor: false),
        new(Care, new("Zorg, werk en inkomen", "Care, work and income"), "Ruben Kartosen", IsMayor: false),
        new(Youth, new("Jeugd, onderwijs en sport", "Youth, education and sport"), "Sevda Yurdakul", IsMayor: false),
        new(Services, new("Dienstverlening", "Services"), "Sevda Yurdakul", IsMayor: false),
        new(Finance, new("Financiën en juridische zaken", "Finance and legal affairs"), "Pieter van Langeveld", IsMayor: false),
        new(Villages, new("Dorpen, kernen en participatie", "Villages, cores and participation"), "Pieter van Langeveld", IsMayor: false),
    ];
}

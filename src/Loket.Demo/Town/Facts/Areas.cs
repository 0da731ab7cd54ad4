namespace Loket.Demo.Town;

/// <summary>Area team, village, core: the three levels of an area.</summary>
/// <remarks>Villages and cores: the Loket-1 plan of the villages, with Halfweg, Haarlemmerliede and Spaarndam, which joined in 2019.
/// The plan writes "Cruqius"; the village is Cruquius. Which area team a village has is invented for the demo.</remarks>
public static class Areas
{
    /// <summary>North, middle and south.</summary>
    public static IReadOnlyList<AreaTeam> Teams { get; } =
    [
        new("north", new("Gebied Noord", "Area North"), "area-north"),
        new("middle", new("Gebied Midden", "Area Middle"), "area-middle"),
        new("south", new("Gebied Zuid", "Area South"), "area-south"),
    ];

    /// <summary>The 25 villages, by name.</summary>
    public static IReadOnlyList<Village> Villages { get; } =
    [
        new("aalsmeerderbrug", "Aalsmeerderbrug", "middle", IsInPlan: true, HasVillageCouncil: true),
        new("abbenes", "Abbenes", "south", IsInPlan: true, HasVillageCouncil: true),
        new("badhoevedorp", "Badhoevedorp", "north", IsInPlan: true, HasVillageCouncil: true),
        new("beinsdorp", "Beinsdorp", "south", IsInPlan: true, HasVillageCouncil: true),
        new("boesingheliede", "Boesingheliede", "north", IsInPlan: true, HasVillageCouncil: false),
        new("buitenkaag", "Buitenkaag", "south", IsInPlan: true, HasVillageCouncil: true),
        new("burgerveen", "Burgerveen", "south", IsInPlan: true, HasVillageCouncil: true),
        new("cruquius", "Cruquius", "middle", IsInPlan: true, HasVillageCouncil: true),
        new("haarlemmerliede", "Haarlemmerliede", "north", IsInPlan: false, HasVillageCouncil: true),
        new("halfweg", "Halfweg", "north", IsInPlan: false, HasVillageCouncil: true),
        new("hoofddorp", "Hoofddorp", "middle", IsInPlan: true, HasVillageCouncil: false),
        new("leimuiderbrug", "Leimuiderbrug", "south", IsInPlan: true, HasVillageCouncil: false),
        new("lijnden", "Lijnden", "north", IsInPlan: true, HasVillageCouncil: true),
        new("lisserbroek", "Lisserbroek", "south", IsInPlan: true, HasVillageCouncil: true),
        new("nieuw-vennep", "Nieuw-Vennep", "south", IsInPlan: true, HasVillageCouncil: false),
        new("oude-meer", "Oude Meer", "middle", IsInPlan: true, HasVillageCouncil: false),
        new("rijsenhout", "Rijsenhout", "middle", IsInPlan: true, HasVillageCouncil: true),
        new("rozenburg", "Rozenburg", "middle", IsInPlan: true, HasVillageCouncil: false),
        new("schiphol", "Schiphol", "middle", IsInPlan: true, HasVillageCouncil: false),
        new("schiphol-rijk", "Schiphol-Rijk", "middle", IsInPlan: true, HasVillageCouncil: false),
        new("spaarndam", "Spaarndam", "north", IsInPlan: false, HasVillageCouncil: true),
        new("vijfhuizen", "Vijfhuizen", "north", IsInPlan: true, HasVillageCouncil: true),
        new("weteringbrug", "Weteringbrug", "south", IsInPlan: true, HasVillageCouncil: true),
        new("zwaanshoek", "Zwaanshoek", "middle", IsInPlan: true, HasVillageCouncil: true),
        new("zwanenburg", "Zwanenburg", "north", IsInPlan: true, HasVillageCouncil: true),
    ];

    /// <summary>The eight cores of the plan.</summary>
    public static IReadOnlyList<Core> Cores { get; } =
    [
        new("de-hoek", "De Hoek", "hoofddorp", new(52.2925, 4.7255)),
        new("t-kabel", "'t Kabel", "nieuw-vennep", new(52.2490, 4.6520)),
        new("nieuwemeer", "Nieuwemeer", "badhoevedorp", new(52.3372, 4.8165)),
        new("nieuwebrug", "Nieuwebrug", "vijfhuizen", new(52.3690, 4.6960)),
        new("cruquius-oost", "Cruquius-Oost", "cruquius", new(52.3330, 4.6480)),
        new("schiphol-oost", "Schiphol-Oost", "schiphol", new(52.3050, 4.8010)),
        new("vredeburg", "Vredeburg", "abbenes", new(52.2135, 4.6310)),
        new("weberbuurt", "Weberbuurt", "hoofddorp", new(52.3060, 4.6840)),
    ];

    /// <summary>The village with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Village VillageOf(string key) => ByKey[key];

    private static readonly Dictionary<string, Village> ByKey = Villages.ToDictionary(village => village.Key, StringComparer.Ordinal);
}

namespace Loket.Demo.Town;

/// <summary>What a street looks like, which decides its length, houses and trees.</summary>
public enum StreetKind
{
    /// <summary>Houses.</summary>
    Homes,

    /// <summary>Shops, in the middle of the village.</summary>
    Shops,

    /// <summary>A business park.</summary>
    Business,

    /// <summary>A long straight road of the polder, south-west to north-east.</summary>
    Along,

    /// <summary>A long straight road of the polder, north-west to south-east.</summary>
    Across,

    /// <summary>The dike of the ring canal.</summary>
    Dike,
}

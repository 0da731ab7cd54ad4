namespace Loket.Places;

/// <summary>What kind of thing stands outside.</summary>
public enum AssetKind
{
    /// <summary>Lamp post (lichtmast).</summary>
    LampPost,

    /// <summary>Underground or standing container for waste.</summary>
    Container,

    /// <summary>Litter bin.</summary>
    Bin,

    /// <summary>Tree.</summary>
    Tree,

    /// <summary>Bench.</summary>
    Bench,

    /// <summary>Anything else with a number.</summary>
    Other,
}

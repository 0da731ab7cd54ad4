namespace Loket.Places;

/// <summary>The three levels, the widest first.</summary>
public enum AreaKind
{
    /// <summary>A part of the municipality with an area manager (gebied).</summary>
    AreaTeam,

    /// <summary>Village (dorp).</summary>
    Village,

    /// <summary>Core (kern): a hamlet that belongs to a village.</summary>
    Core,
}

namespace Loket.Demo.Town;

/// <summary>How precisely somebody told where it is.</summary>
public enum PlaceTold
{
    /// <summary>The number that stands on the object.</summary>
    AssetNumber,

    /// <summary>Street and house number nearby.</summary>
    Address,

    /// <summary>The street only.</summary>
    Street,
}

/// <summary>Where it is. What was told may be less than what is known here for drawing and checking.</summary>
/// <param name="Near">The nearest address.</param>
/// <param name="Asset">The object that it is really about.</param>
public sealed record StoryPlace(PlaceTold Told, Address Near, Asset? Asset, Spot Spot)
{
    /// <summary>The street of the object, else of the address.</summary>
    public Street Street => Asset?.Street ?? Near.Street;
}

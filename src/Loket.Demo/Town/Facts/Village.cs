namespace Loket.Demo.Town;

/// <summary>A village (dorp).</summary>
/// <param name="Key">Stable, lower case, without spaces.</param>
/// <param name="IsInPlan">One of the 22 villages of the Loket-1 plan; the other three joined the municipality in 2019.</param>
/// <param name="HasVillageCouncil">Has a village council that takes cases as a partner.</param>
public sealed record Village(string Key, string Name, string AreaTeam, bool IsInPlan, bool HasVillageCouncil)
{
    /// <summary>Its postcodes, the one with most inhabitants first.</summary>
    public IReadOnlyList<PostcodeArea> Postcodes { get; } =
        [.. Town.Postcodes.All.Where(postcode => postcode.Village == Name).OrderByDescending(postcode => postcode.Inhabitants).ThenBy(postcode => postcode.Digits)];

    /// <summary>On 1 January 2021.</summary>
    public int Inhabitants => Postcodes.Sum(postcode => postcode.Inhabitants);

    /// <summary>The middle of its largest postcode.</summary>
    public Spot Middle => Postcodes[0].Middle;
}

namespace Loket.Demo.Town;

/// <summary>All texts that are written often in the demo town.</summary>
internal static class TeamTexts
{
    /// <summary>Those for everybody first.</summary>
    public static IReadOnlyList<TeamText> All { get; } = [.. CommonTexts.All, .. StreetTexts.All, .. PeopleTexts.All, .. OfficeTexts.All];
}

namespace Loket.Cases.Types;

/// <summary>The main groups under which subjects stand (row A2); their names stand with the texts of the screens.</summary>
public static class MainGroups
{
    /// <summary>Their keys, in the order of the screens.</summary>
    public static IReadOnlyList<string> All { get; } = ["traffic", "liveability", "registry", "activities", "youth"];
}

namespace Loket.Demo.Town;

/// <summary>One of the five main groups of the Loket-1 plan (row A2).</summary>
public sealed record MainGroup(string Key, Words Name)
{
    public const string Traffic = "traffic";
    public const string Liveability = "liveability";
    public const string Registry = "registry";
    public const string Activities = "activities";
    public const string Youth = "youth";

    /// <summary>In the order of the plan.</summary>
    public static IReadOnlyList<MainGroup> All { get; } =
    [
        new(Traffic, new("Verkeer, vervoer en rayonbeheer", "Traffic, transport and area management")),
        new(Liveability, new("Leefbaarheid, sociaal, raadslieden en politiek", "Liveability, social affairs, counsellors and politics")),
        new(Registry, new("Hulpsecretarie: burgerzaken in het dorp", "Branch registry: civil affairs in the village")),
        new(Activities, new("Activiteiten, diensten en senioren", "Activities, services and seniors")),
        new(Youth, new("Jongeren: informatie en hulp", "Youth: information and help")),
    ];
}

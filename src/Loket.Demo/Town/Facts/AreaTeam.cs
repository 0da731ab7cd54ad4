namespace Loket.Demo.Town;

/// <summary>The widest area: a part of the municipality with an area manager. The division is invented for the demo.</summary>
public sealed record AreaTeam(string Key, Words Name, string Team);

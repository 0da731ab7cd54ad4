namespace Loket.Demo.Town;

/// <summary>A core (kern): a hamlet without a postcode of its own, that belongs to a village. Positions are approximate.</summary>
public sealed record Core(string Key, string Name, string Village, Spot Middle);

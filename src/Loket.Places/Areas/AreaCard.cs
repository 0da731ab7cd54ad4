using Loket.Kernel.Geography;

namespace Loket.Places;

/// <summary>An area as others see it.</summary>
/// <param name="Key">Stable, lower case, at most 60 characters.</param>
/// <param name="Name">As it is written.</param>
/// <param name="Kind">Which level.</param>
/// <param name="Parent">Key of the area that holds it, if any.</param>
/// <param name="Inhabitants">How many people live there, where known.</param>
/// <param name="Middle">Its middle, where known.</param>
public sealed record AreaCard(string Key, string Name, AreaKind Kind, string? Parent = null, int? Inhabitants = null, RdPoint? Middle = null);

/// <summary>An area with those that it holds, by name.</summary>
/// <param name="Area">The area.</param>
/// <param name="Holds">What it holds; empty for the smallest.</param>
public sealed record AreaNode(AreaCard Area, IReadOnlyList<AreaNode> Holds);

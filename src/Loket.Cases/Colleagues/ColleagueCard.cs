using NodaTime;

namespace Loket.Cases.Colleagues;

/// <summary>A virtual colleague as plain data.</summary>
/// <param name="Id">Which.</param>
/// <param name="Details">As it is set up.</param>
/// <param name="State">How far it is.</param>
/// <param name="TriedAt">When it was last tried as it stands.</param>
/// <param name="LookedAt">At how many cases it looked then.</param>
/// <param name="Fits">With how many of them it would have done something.</param>
/// <param name="OnSince">Since when it works.</param>
/// <param name="StoppedBy">Code of the failure for which it stopped by itself.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record ColleagueCard(
    VirtualColleagueId Id, ColleagueDetails Details, ColleagueState State, Instant? TriedAt, int LookedAt, int Fits, Instant? OnSince, string? StoppedBy, int Version);

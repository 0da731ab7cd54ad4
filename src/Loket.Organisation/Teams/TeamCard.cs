namespace Loket.Organisation.Teams;

/// <summary>A team as other rooms see it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Key">Technical key, for rules and set-up.</param>
/// <param name="Name">The name.</param>
/// <param name="Lead">Who leads it.</param>
/// <param name="Email">Where it lives; empty when it has no address.</param>
/// <param name="ChatWebhook">Where its chat takes messages; empty when it has none.</param>
/// <param name="Groups">The sensitive groups of which it may see cases.</param>
/// <param name="Areas">Keys of the areas for which it works; empty means everywhere.</param>
/// <param name="Version">For a change that must not overwrite another's.</param>
public sealed record TeamCard(
    TeamId Id, string Key, string Name, StaffId? Lead, string Email, string ChatWebhook, IReadOnlyList<string> Groups, IReadOnlyList<string> Areas,
    int Version)
{
    /// <summary>Whether its people may know that something of a sensitive group exists; what has no group is no secret.</summary>
    public bool MayKnowOf(string? group) => group is null || Groups.Contains(group);
}

/// <summary>What is filled in about a team.</summary>
/// <param name="Key">2 to 60 small letters, digits and hyphens; unique.</param>
/// <param name="Name">At most 100 characters.</param>
/// <param name="Lead">Optional.</param>
/// <param name="Email">Optional.</param>
/// <param name="ChatWebhook">Optional; https.</param>
/// <param name="Groups">At most 20 keys of sensitive groups.</param>
/// <param name="Areas">At most 100 keys of areas.</param>
public sealed record TeamDetails(
    string? Key, string? Name, StaffId? Lead = null, string? Email = null, string? ChatWebhook = null, IReadOnlyList<string>? Groups = null,
    IReadOnlyList<string>? Areas = null);

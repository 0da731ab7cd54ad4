using Loket.Organisation;
using Loket.Organisation.Teams;
using Loket.Web.Components;

namespace Loket.Web.Pages.Manage.Teams;

/// <summary>What is filled in about a team.</summary>
public sealed class TeamForm : IManageForm
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>Technical key.</summary>
    public string? Key { get; set; }

    /// <summary>Who leads it.</summary>
    public Guid? Lead { get; set; }

    /// <summary>The shared address.</summary>
    public string? Email { get; set; }

    /// <summary>Where its chat takes messages.</summary>
    public string? ChatWebhook { get; set; }

    /// <summary>Sensitive groups, one on each line.</summary>
    public string? Groups { get; set; }

    /// <summary>Keys of the areas for which it works.</summary>
    public List<string> Areas { get; set; } = [];

    /// <summary>The name of who leads it, to be shown.</summary>
    internal string? LeadName { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <inheritdoc />
    public IEnumerable<(string Label, string? Text)> Said(Words words) =>
        [("Name", Name), ("Key", Key), ("Lead", LeadName), ("Email", Email), ("ChatWebhook", ChatWebhook), ("Groups", Groups), ("Areas", string.Join(", ", Areas))];

    internal static TeamForm Of(TeamCard card) => new()
    {
        Name = card.Name, Key = card.Key, Lead = card.Lead?.Value, Email = card.Email, ChatWebhook = card.ChatWebhook, Groups = string.Join('\n', card.Groups),
        Areas = [.. card.Areas], Version = card.Version,
    };

    internal TeamDetails Details() => new(
        Key, Name, Lead is { } lead ? new StaffId(lead) : null, Email, ChatWebhook, (Groups ?? "").Split('\n', StringSplitOptions.TrimEntries), Areas);
}

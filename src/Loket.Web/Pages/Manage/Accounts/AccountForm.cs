using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;

namespace Loket.Web.Pages.Manage.Accounts;

/// <summary>What is filled in about a member of staff.</summary>
public sealed class AccountForm
{
    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The sign-in name.</summary>
    public string? SignInName { get; set; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; set; }

    /// <summary>What this person knows about, a word or phrase on each line.</summary>
    public string? Expertise { get; set; }

    /// <summary>Own working hours, a day on each line.</summary>
    public string? Hours { get; set; }

    /// <summary>Names of roles.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>Keys of teams.</summary>
    public List<string> Teams { get; set; } = [];

    /// <summary>The version that was opened.</summary>
    public int Version { get; set; }

    internal static AccountForm Of(StaffCard card, IReadOnlyDictionary<TeamId, string> teamKeys) => new()
    {
        Name = card.Name,
        SignInName = card.SignInName,
        Email = card.Email,
        Phone = card.Phone,
        Expertise = string.Join('\n', card.Expertise),
        Hours = card.Hours.ToString(),
        Roles = [.. card.Roles.Select(role => role.ToString())],
        Teams = [.. card.Teams.Where(teamKeys.ContainsKey).Select(team => teamKeys[team])],
        Version = card.Version,
    };

    internal StaffDetails Details(IReadOnlyDictionary<string, TeamId> teams) => new(
        Name, SignInName, Email, Phone, (Expertise ?? "").Split('\n'),
        [.. Roles.Where(role => Enum.TryParse<Role>(role, out _)).Select(Enum.Parse<Role>)],
        [.. Teams.Where(teams.ContainsKey).Select(team => teams[team])], Hours);
}

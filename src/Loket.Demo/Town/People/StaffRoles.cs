namespace Loket.Demo.Town;

/// <summary>Which roles a team has, and what they are called.</summary>
internal static class StaffRoles
{
    public static IEnumerable<StaffRole> Of(Team team)
    {
        StaffRole[] first = team.Key switch
        {
            TeamKeys.Management => [.. Portfolio.All.Select(portfolio => portfolio.Holder).Distinct().Select(_ => StaffRole.Alderman), StaffRole.Manager, StaffRole.Manager, StaffRole.Auditor],
            TeamKeys.Council => [StaffRole.TeamLead, StaffRole.Handler],
            TeamKeys.InformationAndPrivacy => [StaffRole.TeamLead, StaffRole.RecordsManager, StaffRole.PrivacyOfficer],
            TeamKeys.FunctionalManagement => [StaffRole.TeamLead, StaffRole.FunctionalAdministrator, StaffRole.SystemAdministrator],
            TeamKeys.Communication => [StaffRole.TeamLead, StaffRole.Editor, StaffRole.Editor],
            _ => [team.AreaTeam is null ? StaffRole.TeamLead : StaffRole.AreaManager],
        };
        return first.Concat(Enumerable.Range(0, team.Size - first.Length).Select(i => Rest(team, i)));
    }

    public static Words JobTitle(StaffRole role) => role switch
    {
        StaffRole.DeskHost => new("Gastheer of gastvrouw loket", "Desk host"),
        StaffRole.CoHost => new("Vrijwilliger uit het dorp", "Local co-host"),
        StaffRole.Agent => new("Medewerker klantcontact", "Contact centre agent"),
        StaffRole.Handler => new("Behandelaar", "Handler"),
        StaffRole.TeamLead => new("Teamleider", "Team lead"),
        StaffRole.AreaManager => new("Gebiedsmanager", "Area manager"),
        StaffRole.Partner => new("Medewerker van een ketenpartner", "Employee of a partner"),
        StaffRole.Councillor => new("Raadslid", "Councillor"),
        StaffRole.Alderman => new("Lid van het college", "Member of the executive"),
        StaffRole.Manager => new("Manager", "Manager"),
        StaffRole.Editor => new("Redacteur", "Editor"),
        StaffRole.RecordsManager => new("Recordmanager", "Records manager"),
        StaffRole.PrivacyOfficer => new("Functionaris gegevensbescherming", "Privacy officer"),
        StaffRole.FunctionalAdministrator => new("Functioneel beheerder", "Functional administrator"),
        StaffRole.Auditor => new("Auditor", "Auditor"),
        StaffRole.SystemAdministrator => new("Systeembeheerder", "System administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static StaffRole Rest(Team team, int rank) => team.Key switch
    {
        TeamKeys.ContactCentre => StaffRole.Agent,
        TeamKeys.Council => StaffRole.Councillor,
        TeamKeys.Communication => StaffRole.Handler,
        TeamKeys.FunctionalManagement => StaffRole.FunctionalAdministrator,
        TeamKeys.Management => StaffRole.Manager,
        _ when team.Key.StartsWith("desk-", StringComparison.Ordinal) => rank % 2 == 0 ? StaffRole.DeskHost : StaffRole.CoHost,
        _ => StaffRole.Handler,
    };
}

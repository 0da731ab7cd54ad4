using System.Collections.Frozen;
using static Loket.Organisation.Rights.Right;

namespace Loket.Organisation.Rights;

/// <summary>Which role has which rights; what is not here is not allowed.</summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> Table = new Dictionary<Role, FrozenSet<Right>>
    {
        [Role.DeskHost] = [RegisterContacts, SeePersonalData, SeeCases, PrintLetters, OpenInEmergency],
        [Role.CoHost] = [RegisterContacts],
        [Role.Agent] = [RegisterContacts, SeePersonalData, SeeCases, Triage, MendDelivery, OpenInEmergency],
        [Role.Handler] = [RegisterContacts, SeePersonalData, SeeCases, WorkOnCases, HandOver, BeOnCall, OpenInEmergency],
        [Role.TeamLead] = [RegisterContacts, SeePersonalData, PlaceWarnings, SeeCases, WorkOnCases, HandOver, Triage, LeadTeam, BeOnCall, MendDelivery, SeeFigures, OpenInEmergency],
        [Role.AreaManager] = [SeeCases, LeadTeam, BeOnCall, SeeFigures],
        [Role.Councillor] = [SeeFigures],
        [Role.Alderman] = [SeeFigures],
        [Role.Manager] = [SeeFigures],
        [Role.Editor] = [WriteKnowledge],
        [Role.RecordsManager] = [SeeCases, KeepRecords],
        [Role.PrivacyOfficer] = [ReviewLooks, SeeJournal, AnswerPrivacyRequests],
        [Role.FunctionalAdministrator] = [Configure, SeeCases],
        [Role.SystemAdministrator] = [ManageAccounts, MendDelivery],
        [Role.Auditor] = [SeeJournal, ReviewLooks],
        [Role.NumberUser] = [UseNationalNumbers],
        [Role.PrivacyHandler] = [AnswerPrivacyRequests],
    }.ToFrozenDictionary();

    /// <summary>The rights of a role.</summary>
    public static FrozenSet<Right> Of(Role role) => Table[role];

    /// <summary>The rights of several roles together.</summary>
    public static FrozenSet<Right> Of(IEnumerable<Role> roles) => roles.SelectMany(role => Table[role]).ToFrozenSet();
}

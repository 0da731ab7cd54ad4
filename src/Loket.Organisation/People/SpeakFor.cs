using Loket.Organisation.Rights;

namespace Loket.Organisation.People;

/// <summary>Who may say where somebody is and who stands in.</summary>
internal static class SpeakFor
{
    /// <summary>The person self, who manages accounts, and who leads a team to which both belong.</summary>
    public static bool MaySpeakFor(this Actor actor, Staff staff) =>
        actor.Staff == staff.Id || actor.May(Right.ManageAccounts)
        || (actor.May(Right.LeadTeam) && staff.Memberships.Any(one => actor.Teams.Contains(one.TeamId)));
}

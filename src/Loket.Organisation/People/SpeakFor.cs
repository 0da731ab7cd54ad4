using Loket.Organisation.Rights;

namespace Loket.Organisation.People;

/// <summary>Who may say where somebody is, who stands in, and that their work goes back.</summary>
public static class SpeakFor
{
    /// <summary>The person self, who manages accounts, and who leads a team to which both belong.</summary>
    public static bool MaySpeakFor(this Actor actor, StaffCard staff) => actor.MaySpeakFor(staff.Id, staff.Teams);

    internal static bool MaySpeakFor(this Actor actor, Staff staff) => actor.MaySpeakFor(staff.Id, staff.Memberships.Select(one => one.TeamId));

    private static bool MaySpeakFor(this Actor actor, StaffId id, IEnumerable<TeamId> teams) =>
        actor.Staff == id || actor.May(Right.ManageAccounts) || (actor.May(Right.LeadTeam) && teams.Any(actor.Teams.Contains));
}

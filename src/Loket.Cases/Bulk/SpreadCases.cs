using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;

namespace Loket.Cases.Bulk;

/// <summary>Who leads a team spreads cases over its people, by what they have in hand and whether they are there.</summary>
public sealed class SpreadCases(CaseActs acts)
{
    /// <summary>Spreads them: cases of this team, and for who may place, what nobody was found for.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, TeamId team, CancellationToken cancel) =>
        acts.Run(change, BulkKind.Spread, team, async (work, fresh) =>
        {
            if (!change.By.May(Right.LeadTeam) || !change.By.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
            if (!change.By.Teams.Contains(team) || await TeamDirectory.Find(work.Db, team, cancel) is not { } card) return BulkFailures.NoTeam;
            var spread = Spreading.Of(
                [.. fresh.Where(one => IsToSpread(one, card, change.By)).Select(one => new SpreadCase(one.Id, one.SensitiveGroup, one.Place.Area, one.Type))],
                [.. (await StaffDirectory.All(work.Db, team, cancel)).Where(SpreadPeople.IsHandler).Select(person => person.Id)], await SpreadPeople.Of(work.Db, team, work.Now, cancel), work.Now);
            return new CaseAct(async found =>
            {
                if (!IsToSpread(found, card, change.By)) return card.MayKnowOf(found.SensitiveGroup) ? BulkFailures.OtherTeam : CaseFailures.TeamMayNotKnow;
                if (!spread.TryGetValue(found.Id, out var handler)) return BulkFailures.NobodyThere;
                await AssignCases.Give(work, found, team, handler, change.By, cancel);
                return null;
            });
        }, cancel);

    private static bool IsToSpread(Case found, TeamCard team, Actor by) =>
        team.MayKnowOf(found.SensitiveGroup) && (found.Team == team.Id || (found.TriageReason is not null && by.May(Right.Triage)));
}

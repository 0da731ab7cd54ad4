using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;
using Loket.Storage;

namespace Loket.Cases.Bulk;

/// <summary>Several cases are given to a team, or to somebody of one.</summary>
public sealed class AssignCases(CaseActs acts)
{
    /// <summary>Who gets them; with a person, the team is found for each case.</summary>
    /// <param name="Team">The team; null where a person is named.</param>
    /// <param name="Handler">The person; null where a team is named.</param>
    public sealed record Receiver(TeamId? Team, StaffId? Handler);

    /// <summary>Gives them; each only to who may know of it. Who may only do triage, places what nobody was found for.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, Receiver to, CancellationToken cancel) =>
        acts.Run(change, BulkKind.Assign, to, async (work, _) =>
        {
            if (!change.By.May(Right.WorkOnCases) && !change.By.May(Right.Triage)) return OrganisationFailures.Forbidden;
            var teams = await TeamDirectory.All(work.Db, cancel);
            var person = to.Handler is { } handler ? await StaffDirectory.Find(work.Db, handler, cancel) : null;
            var reader = person is null ? null : await Actors.Of(work.Db, person.Id, cancel);
            var isKnown = to.Handler is null ? teams.Any(team => team.Id == to.Team) : person is { ClosedAt: null, Teams.Count: > 0 };
            if (!isKnown) return BulkFailures.NobodyChosen;
            return new CaseAct(async found =>
            {
                if (!change.By.May(Right.WorkOnCases) && found.TriageReason is null) return OrganisationFailures.Forbidden;
                var team = person is null
                    ? teams.FirstOrDefault(one => one.Id == to.Team && one.MayKnowOf(found.SensitiveGroup))?.Id
                    : TeamOf.Person(person, found.Team, found.SensitiveGroup, teams);
                // It would be on the list of people who don't see it.
                if (team is not { } its) return CaseFailures.TeamMayNotKnow;
                if (reader?.MayKnow(found) == false) return CaseFailures.OutsideBounds;
                await Give(work, found, its, person?.Id, change.By, cancel);
                return null;
            });
        }, cancel);

    /// <summary>From now on this team has it, and this person where one is named.</summary>
    internal static async Task Give(Work work, Case found, TeamId team, StaffId? handler, Who by, CancellationToken cancel)
    {
        found.PlaceWith(team, handler, found.Partner, work.Now);
        await Waking.Wake(work, found, WakeCause.Person, by, cancel);
        work.Journal.Write(handler is { } taken ? new CaseTaken(found.Id, taken, team) : new CaseRouted(found.Id, null, team, null, found.Partner, null), by);
    }
}

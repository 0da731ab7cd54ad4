using Loket.Cases.Danger;
using Loket.Cases.Routing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;

namespace Loket.Cases.Handling;

/// <summary>A handler takes a case.</summary>
public sealed class TakeCase(CaseChanges changes)
{
    /// <summary>The case becomes this person's; where there is danger, this person is on it.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "take", Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            if (change.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            await AcknowledgeDanger.IsOnIt(work, found, staff, change.By, cancel);
            if (found.Handler == staff) return null;
            found.Take(staff, found.Team ?? await Absence.TeamOf(work.Db, staff, found.SensitiveGroup, cancel));
            work.Journal.Write(new CaseTaken(found.Id, staff, found.Team), change.By);
            return null;
        }, cancel);
}

/// <summary>A case is given to a team, and to somebody of it.</summary>
public sealed class AssignCase(CaseChanges changes)
{
    /// <summary>Places the case; a handler must be a member of the team. Who may only do triage, places what nobody was found for.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, TeamId team, StaffId? handler, CancellationToken cancel) =>
        changes.Run(change, new { team, handler }, change.By.May(Right.WorkOnCases) ? Right.WorkOnCases : Right.Triage, async (work, found) =>
        {
            if (!change.By.May(Right.WorkOnCases) && found.TriageReason is null) return OrganisationFailures.Forbidden;
            if (found.IsClosed) return CaseFailures.Closed;
            if (await TeamDirectory.Find(work.Db, team, cancel) is not { } card) return CaseFailures.UnknownTeam;
            // It would be on the list of people who don't see it.
            if (!card.MayKnowOf(found.SensitiveGroup)) return CaseFailures.TeamMayNotKnow;
            if (handler is { } staff && (await StaffDirectory.Find(work.Db, staff, cancel))?.Teams.Contains(team) != true) return CaseFailures.NotInTeam;
            if (handler is { } person && (await Actors.Of(work.Db, person, cancel))?.MayKnow(found) == false) return CaseFailures.OutsideBounds;
            found.PlaceWith(team, handler, found.Partner, work.Now);
            work.Journal.Write(
                handler is { } taken ? new CaseTaken(found.Id, taken, team) : new CaseRouted(found.Id, null, team, null, found.Partner, null), change.By);
            return null;
        }, cancel);
}

/// <summary>A handler gives a case back to the team.</summary>
public sealed class HandBackCase(CaseChanges changes)
{
    /// <summary>The case is the team's again; where it has none, a person decides who must act.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "hand back", Right.WorkOnCases, (work, found) =>
        {
            if (found.Handler is { } handler)
            {
                found.HandBack();
                work.Journal.Write(new CaseHandedBack(found.Id, handler), change.By);
                if (found is { Team: null, Partner: null, IsClosed: false }) Placing.ToTriage(work, found, TriageReason.NobodyThere, change.By);
            }

            return Task.FromResult<Failure?>(null);
        }, cancel);
}

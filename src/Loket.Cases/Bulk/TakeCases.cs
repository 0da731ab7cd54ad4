using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.People;
using Loket.Organisation.Rights;
using Loket.Organisation.Teams;

namespace Loket.Cases.Bulk;

/// <summary>A handler takes several cases at once.</summary>
public sealed class TakeCases(CaseActs acts)
{
    /// <summary>They become this person's. Where there is danger taking it ends the calling, which nothing puts back: that is done with each case by itself.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, CancellationToken cancel) =>
        acts.Run(change, BulkKind.Take, null, async (work, _) =>
        {
            if (!change.By.May(Right.WorkOnCases) || change.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await StaffDirectory.Find(work.Db, staff, cancel) is not { } person) return OrganisationFailures.Forbidden;
            var teams = await TeamDirectory.All(work.Db, cancel);
            return new CaseAct(async found =>
            {
                if (found.Danger) return BulkFailures.Danger;
                if (found.Handler == staff) return null;
                found.Take(staff, found.Team ?? TeamOf.Person(person, null, found.SensitiveGroup, teams));
                await Waking.Wake(work, found, WakeCause.Person, change.By, cancel);
                work.Journal.Write(new CaseTaken(found.Id, staff, found.Team), change.By);
                return null;
            });
        }, cancel);
}

using Loket.Cases.Routing;
using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Bulk;

/// <summary>Several cases go back from who has them to the team.</summary>
public sealed class HandBackCases(CaseActs acts)
{
    /// <summary>They are the team's again; where one has none, a person decides who must act.</summary>
    public Task<Result<BulkOutcome>> Handle(BulkChange change, CancellationToken cancel) =>
        acts.Run(change, BulkKind.HandBack, null, (work, _) => Task.FromResult(Prepare(work, change, cancel)), cancel);

    private static Result<CaseAct> Prepare(Work work, BulkChange change, CancellationToken cancel)
    {
        if (!change.By.May(Right.WorkOnCases)) return OrganisationFailures.Forbidden;
        return new CaseAct(async found =>
        {
            if (found.Handler is not { } handler) return BulkFailures.NobodyHasIt;
            found.HandBack();
            await Waking.Wake(work, found, WakeCause.Person, change.By, cancel);
            work.Journal.Write(new CaseHandedBack(found.Id, handler), change.By);
            if (found is { Team: null, Partner: null }) Placing.ToTriage(work, found, TriageReason.NobodyThere, change.By);
            return null;
        });
    }
}

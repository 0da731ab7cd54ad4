using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage.Jobs;

namespace Loket.Cases.Danger;

/// <summary>Somebody on duty says: I am on it. The calling stops and the case is theirs.</summary>
public sealed class AcknowledgeDanger(CaseChanges changes)
{
    /// <summary>Acknowledges; who comes second is told that somebody is on it already by the timeline.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "acknowledge", Right.BeOnCall, async (work, found) =>
        {
            if (change.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (await work.Db.Set<DangerCall>().FindAsync([found.Id], cancel) is not { } call || !call.Acknowledge(staff, work.Now)) return CaseFailures.NotCalling;
            found.Take(staff, found.Team);
            work.Journal.Write(new DangerAcknowledged(found.Id, staff), change.By);
            await work.Jobs.Cancel(CallNext.Once(found.Id), cancel);
            return null;
        }, cancel);
}

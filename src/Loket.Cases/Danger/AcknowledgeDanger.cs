using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;

namespace Loket.Cases.Danger;

/// <summary>Somebody on duty says: I am on it. The calling stops and the case is theirs.</summary>
public sealed class AcknowledgeDanger(CaseChanges changes)
{
    /// <summary>Acknowledges; who comes second is told that somebody is on it already by the timeline.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CancellationToken cancel) =>
        changes.Run(change, "acknowledge", Right.BeOnCall, async (work, found) =>
        {
            if (change.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            if (!await IsOnIt(work, found, staff, change.By, cancel)) return CaseFailures.NotCalling;
            found.Take(staff, found.Team);
            return null;
        }, cancel);

    /// <summary>Ends the calling, as somebody is on it; false where nobody is called, or somebody was first.</summary>
    internal static async Task<bool> IsOnIt(Work work, Case found, StaffId staff, Who by, CancellationToken cancel)
    {
        if (!found.Danger || await work.Db.Set<DangerCall>().FindAsync([found.Id], cancel) is not { } call || !call.Acknowledge(staff, work.Now)) return false;
        work.Journal.Write(new DangerAcknowledged(found.Id, staff), by);
        await work.Jobs.Cancel(CallNext.Once(found.Id), cancel);
        return true;
    }
}

using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation.Rights;

namespace Loket.Cases.Danger;

/// <summary>It was a false alarm: a word that sounded dangerous, or a box ticked by mistake.</summary>
public sealed class LiftDanger(CaseChanges changes)
{
    /// <summary>Stops the calling; the case goes on as any other, with a reason for colleagues to read.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string reason, CancellationToken cancel) =>
        changes.Run(change, new { lift = reason }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return said.Failure;
            if (!found.SetDanger(false)) return CaseFailures.NoDanger;
            work.Journal.Write(new DangerLifted(found.Id, said.Value), change.By);
            await work.Jobs.Cancel(CallNext.Once(found.Id), cancel);
            return null;
        }, cancel);
}

using Loket.Cases.Handling;
using Loket.Kernel;
using Loket.Organisation.Rights;

namespace Loket.Cases.Danger;

/// <summary>An employee sees that there is danger in a case that came in as any other: on the photo, on the spot, from a colleague.</summary>
public sealed class FindDanger(CaseChanges changes)
{
    /// <summary>Tells the team, or calls whoever is on duty, with what is dangerous for colleagues to read.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string reason, CancellationToken cancel) =>
        changes.Run(change, new { danger = reason }, Right.WorkOnCases, (work, found) =>
        {
            if (found.IsClosed) return Task.FromResult<Failure?>(CaseFailures.Closed);
            var said = StaffText.Required(reason, CaseFailures.ReasonMissing);
            if (!said.Succeeded) return Task.FromResult<Failure?>(said.Failure);
            if (!found.SetDanger(true)) return Task.FromResult<Failure?>(CaseFailures.DangerKnown);
            work.Journal.Write(new DangerFound(found.Id, said.Value), change.By);
            return Task.FromResult<Failure?>(null);
        }, cancel);
}

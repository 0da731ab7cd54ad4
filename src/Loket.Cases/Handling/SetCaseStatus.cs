using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation.Rights;

namespace Loket.Cases.Handling;

/// <summary>Somebody says how far a case is, by a status of its type.</summary>
public sealed class SetCaseStatus(CaseChanges changes)
{
    /// <summary>Sets it; residents are told where the status says so.</summary>
    /// <param name="change">The case.</param>
    /// <param name="status">Key of the status.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string status, CancellationToken cancel) =>
        changes.Run(change, new { status }, Right.WorkOnCases, async (work, found) =>
        {
            if (found.IsClosed) return CaseFailures.Closed;
            var all = (await work.Db.TypeOf(found, cancel)).Statuses;
            if (Statuses.Next(all, found.Status, found.StatusKey, found.IsOurs).FirstOrDefault(one => one.Key == status) is not { } next) return CaseFailures.UnknownStatus;
            found.SetStatus(next);
            work.Journal.Write(new CaseStatusSet(found.Id, next.Key, next.Nl, next.En, next.ResidentsNl, next.ResidentsEn, next.Tells), change.By);
            return null;
        }, cancel);
}

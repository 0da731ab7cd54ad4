using Loket.Cases.Handling;
using Loket.Cases.Snoozing;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Bulk;

/// <summary>What somebody did to several cases at once is undone, by the same person, within a quarter of an hour. What somebody changed since stays as it is now.</summary>
public sealed class UndoBulkAct(UnitOfWork unit)
{
    /// <summary>For how long it can be undone.</summary>
    public static Duration Window { get; } = Duration.FromMinutes(15);

    /// <summary>What is undone, and by whom.</summary>
    public sealed record Request(RequestKey Key, BulkActId Act, Actor By);

    /// <summary>Puts the cases back as they stood before.</summary>
    public Task<Result<BulkOutcome>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<BulkOutcome>(request.Key, request.Act, async work =>
        {
            var act = await work.Db.Set<BulkAct>().Include(one => one.Cases).FirstOrDefaultAsync(one => one.Id == request.Act, cancel);
            if (act is null || act.By != request.By.Staff) return BulkFailures.NotFound;
            if (!request.By.May(Right.WorkOnCases) && !request.By.May(Right.Triage)) return OrganisationFailures.Forbidden;
            if (act.UndoneAt is not null) return BulkFailures.Undone;
            if (work.Now - act.At > Window) return BulkFailures.TooLate.With((int)Window.TotalMinutes);

            CaseId[] ids = [.. act.Cases.Select(one => one.CaseId)];
            var found = await work.Db.Cases.VisibleTo(request.By).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
            var leftOut = new List<LeftOut>();
            foreach (var before in act.Cases)
            {
                if (!found.TryGetValue(before.CaseId, out var one)) leftOut.Add(new LeftOut(null, CaseFailures.NotFound.Code));
                else if (one.Version != before.VersionAfter) leftOut.Add(new LeftOut(one.Reference, StorageFailures.ChangedMeanwhile.Code));
                else await PutBack(work, act, one, before, request.By, cancel);
            }

            act.Undo(work.Now);
            return new BulkOutcome(act.Id, act.Cases.Count - leftOut.Count, leftOut);
        }, cancel);

    private static async Task PutBack(Work work, BulkAct act, Case found, BulkActCase before, Who by, CancellationToken cancel)
    {
        found.PutBack(before.StoodSo());
        await Waking.SetTimer(work, found, cancel);
        await FormerHandler.Check(work, found, by, cancel);
        work.Journal.Write(new CaseActUndone(found.Id, act.Kind, found.Team, found.Handler), by);
    }
}

using Loket.Cases.Bulk;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Callbacks;

/// <summary>Handing on several callback requests is undone, by who did it and as long as that goes for cases. What somebody changed since stays as it is now; who had one and is not there any more is replaced.</summary>
public sealed class UndoCallbackAct(UnitOfWork unit, CallbackWatch watch)
{
    /// <summary>What is undone, and by whom.</summary>
    public sealed record Request(RequestKey Key, BulkActId Act, Actor By);

    /// <summary>Gives the requests back to who had them.</summary>
    public Task<Result<BulkOutcome>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<BulkOutcome>(request.Key, request.Act, async work =>
        {
            var act = await work.Db.Set<CallbackAct>().Include(one => one.Rows).FirstOrDefaultAsync(one => one.Id == request.Act, cancel);
            if (act is null || act.By != request.By.Staff) return BulkFailures.NotFound;
            if (!request.By.May(Right.RegisterContacts)) return OrganisationFailures.Forbidden;
            if (act.UndoneAt is not null) return BulkFailures.Undone;
            if (work.Now - act.At > UndoBulkAct.Window) return BulkFailures.TooLate.With((int)UndoBulkAct.Window.TotalMinutes);

            CallbackId[] ids = [.. act.Rows.Select(one => one.Callback)];
            var found = await work.Db.Callbacks.VisibleTo(request.By).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancel);
            var (leftOut, back) = (new List<LeftOut>(), new List<CallbackRequest>());
            foreach (var before in act.Rows)
            {
                if (!found.TryGetValue(before.Callback, out var one)) leftOut.Add(new LeftOut(null, CallbackFailures.NotFound.Code));
                else if (one.Version != before.VersionAfter) leftOut.Add(new LeftOut(one.Reference, StorageFailures.ChangedMeanwhile.Code));
                else back.Add(await PutBack(work, one, before, request.By, cancel));
            }

            act.Undo(work.Now);
            await work.Db.SaveChangesAsync(cancel);
            foreach (var one in back) await watch.Set(work, one, cancel);
            return new BulkOutcome(act.Id, back.Count, leftOut);
        }, cancel);

    private static async Task<CallbackRequest> PutBack(Work work, CallbackRequest found, CallbackActRow before, Actor by, CancellationToken cancel)
    {
        var owner = before.Owner is { } person ? await CallbackOwners.PresentOrDeputy(work.Db, person, found.SensitiveGroup, found.Window, work.Now, cancel) : null;
        found.PlaceWith(before.Team, owner, work.Now);
        work.Journal.Write(new CallbackHandedOn(found.Id, found.CaseId, found.Team, found.Owner, null), by);
        return found;
    }
}

using Loket.Cases.Bulk;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Callbacks;

/// <summary>A callback request with the version that somebody had before them.</summary>
public sealed record SeenCallback(CallbackId Id, int Version);

/// <summary>Several callback requests are handed on at once: to who does it, to another team or person, or back to the team. Each that is still as it was seen; the others are left and named.</summary>
public sealed class HandOnCallbacks(UnitOfWork unit, CallbackWatch watch)
{
    /// <summary>What is asked.</summary>
    /// <param name="Key">Names the wish.</param>
    /// <param name="Callbacks">The requests as they were seen; at most <see cref="CaseActs.Most"/>.</param>
    /// <param name="To">Who calls; null for the team that has each.</param>
    /// <param name="By">Who hands them on.</param>
    public sealed record Request(RequestKey Key, IReadOnlyList<SeenCallback> Callbacks, CallbackOwner? To, Actor By);

    /// <summary>Hands them on; who gets one is told.</summary>
    public Task<Result<BulkOutcome>> Handle(Request request, CancellationToken cancel) =>
        unit.Run<BulkOutcome>(request.Key, new { request.Callbacks, request.To }, async work =>
        {
            if (!request.By.May(Right.RegisterContacts) || request.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            var seen = request.Callbacks.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Version);
            if (seen.Count == 0) return CallbackFailures.NothingChosen;
            if (seen.Count > CaseActs.Most) return BulkFailures.TooMany.With(CaseActs.Most);
            if (request.To is { Team: null, Person: null }) return CallbackFailures.OwnerMissing.At("To");

            CallbackId[] ids = [.. seen.Keys];
            var found = await work.Db.Callbacks.VisibleTo(request.By).Where(one => ids.Contains(one.Id)).OrderBy(one => one.SortAt).ThenBy(one => one.Id).ToListAsync(cancel);
            var act = new CallbackAct { Id = Ids.New<BulkActId>(), By = staff, At = work.Now };
            var done = new List<(CallbackRequest Callback, CallbackActRow Before)>();
            var leftOut = ids.Except(found.Select(one => one.Id)).Select(_ => new LeftOut(null, CallbackFailures.NotFound.Code)).ToList();
            foreach (var one in found)
            {
                var before = CallbackActRow.Of(act.Id, one);
                if ((Refused(one, seen) ?? await HandOn(work, one, request, cancel)) is { } why) leftOut.Add(new LeftOut(one.Reference, why.Code));
                else done.Add((one, before));
            }

            if (done.Count == 0) return new BulkOutcome(null, 0, leftOut);
            await Keep(work, act, done, cancel);
            return new BulkOutcome(act.Id, done.Count, leftOut);
        }, cancel);

    private static Failure? Refused(CallbackRequest found, Dictionary<CallbackId, int> seen) =>
        found.Version != seen[found.Id] ? StorageFailures.ChangedMeanwhile : found.IsEnded ? CallbackFailures.Ended : null;

    private static async Task<Failure?> HandOn(Work work, CallbackRequest found, Request request, CancellationToken cancel)
    {
        if (request.To is null && found.Owner is null) return BulkFailures.NobodyHasIt;
        return await HandOnCallback.Give(work, found, request.To ?? new CallbackOwner(found.Team, null), null, request.By, cancel);
    }

    private async Task Keep(Work work, CallbackAct act, List<(CallbackRequest Callback, CallbackActRow Before)> done, CancellationToken cancel)
    {
        // The versions are known when it is saved.
        await work.Db.SaveChangesAsync(cancel);
        foreach (var (callback, before) in done)
        {
            before.Saved(callback);
            act.Rows.Add(before);
            await watch.Set(work, callback, cancel);
        }

        work.Db.Add(act);
    }
}

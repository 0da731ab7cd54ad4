using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Bulk;

/// <summary>A case with the version that somebody had before them.</summary>
public sealed record SeenCase(CaseId Id, int Version);

/// <summary>Which cases are changed at once, and by whom.</summary>
/// <param name="Key">Names the wish.</param>
/// <param name="Cases">The cases as they were seen; at most <see cref="CaseActs.Most"/>.</param>
/// <param name="By">Who changes them.</param>
public sealed record BulkChange(RequestKey Key, IReadOnlyList<SeenCase> Cases, Actor By);

/// <summary>A case that was left as it is.</summary>
/// <param name="Reference">Its number; null where the person may not know of it.</param>
/// <param name="Why">The code of the failure.</param>
public sealed record LeftOut(string? Reference, string Why);

/// <summary>How it went.</summary>
/// <param name="Act">Names what was done, to undo it; null where nothing was.</param>
/// <param name="Done">How many cases.</param>
/// <param name="LeftOut">The others.</param>
public sealed record BulkOutcome(BulkActId? Act, int Done, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Changes one case; a failure leaves it as it was.</summary>
internal delegate Task<Failure?> CaseAct(Case found);

/// <summary>Does something to several cases in one transaction: to each that is still as it was seen, and that the person may change. What was is kept for a while, to put it back.</summary>
public sealed class CaseActs(UnitOfWork unit)
{
    /// <summary>The most at once.</summary>
    public const int Most = 200;

    /// <summary>Does it.</summary>
    /// <param name="change">Which cases, by whom.</param>
    /// <param name="kind">What is done.</param>
    /// <param name="question">With what, to tell a repeated wish from another.</param>
    /// <param name="prepare">Decides beforehand what to do with those that are as they were seen.</param>
    /// <param name="cancel">Stops it.</param>
    internal Task<Result<BulkOutcome>> Run(
        BulkChange change, BulkKind kind, object? question, Func<Work, IReadOnlyList<Case>, Task<Result<CaseAct>>> prepare, CancellationToken cancel) =>
        unit.Run<BulkOutcome>(change.Key, new { change.Cases, kind, question }, async work =>
        {
            if (change.By.Staff is not { } staff) return OrganisationFailures.Forbidden;
            var seen = change.Cases.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Version);
            if (seen.Count == 0) return BulkFailures.NothingChosen;
            if (seen.Count > Most) return BulkFailures.TooMany.With(Most);
            CaseId[] ids = [.. seen.Keys];
            var found = await work.Db.Cases.VisibleTo(change.By).Where(one => ids.Contains(one.Id)).OrderBy(one => one.SortAt).ThenBy(one => one.Id).ToListAsync(cancel);
            var prepared = await prepare(work, found.FindAll(one => Refused(one, seen) is null));
            if (!prepared.Succeeded) return prepared.Failure;

            var act = new BulkAct { Id = Ids.New<BulkActId>(), Kind = kind, By = staff, At = work.Now };
            var done = new List<(Case Case, BulkActCase Before)>();
            var leftOut = ids.Except(found.Select(one => one.Id)).Select(_ => new LeftOut(null, CaseFailures.NotFound.Code)).ToList();
            foreach (var one in found)
            {
                var before = BulkActCase.Of(act.Id, one);
                if ((Refused(one, seen) ?? await prepared.Value(one)) is { } why) leftOut.Add(new LeftOut(one.Reference, why.Code));
                else done.Add((one, before));
            }

            if (done.Count == 0) return new BulkOutcome(null, 0, leftOut);
            await Keep(work, act, done, cancel);
            return new BulkOutcome(act.Id, done.Count, leftOut);
        }, cancel);

    private static Failure? Refused(Case found, Dictionary<CaseId, int> seen) =>
        found.Version != seen[found.Id] ? StorageFailures.ChangedMeanwhile : found.IsClosed ? CaseFailures.Closed : null;

    private static async Task Keep(Work work, BulkAct act, List<(Case Case, BulkActCase Before)> done, CancellationToken cancel)
    {
        // The versions are known when it is saved.
        await work.Db.SaveChangesAsync(cancel);
        foreach (var (found, before) in done)
        {
            before.Saved(found);
            act.Cases.Add(before);
        }

        work.Db.Add(act);
    }
}

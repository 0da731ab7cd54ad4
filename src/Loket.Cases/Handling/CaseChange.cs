using Loket.Cases.Together;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handling;

/// <summary>Which case is changed, by whom, and as whom saw it.</summary>
/// <param name="Key">Names the wish.</param>
/// <param name="Case">The case.</param>
/// <param name="By">Who changes it.</param>
/// <param name="Seen">The version that the person had before them; another one now is a conflict. Null where any will do.</param>
public sealed record CaseChange(RequestKey Key, CaseId Case, Actor By, int? Seen = null);

/// <summary>A case after a change.</summary>
public sealed record ChangedCase(CaseId Id, string Reference, CaseStatus Status, int Version);

/// <summary>Loads a case with rights for a change, and saves it.</summary>
public sealed class CaseChanges(UnitOfWork work)
{
    internal Task<Result<ChangedCase>> Run(
        CaseChange change, object? question, Right right, Func<Work, Case, Task<Failure?>> body, CancellationToken cancel) =>
        work.Run<ChangedCase>(change.Key, new { change.Case, question }, async current =>
        {
            if (!change.By.May(right)) return OrganisationFailures.Forbidden;
            var found = await Load(current, change.Case, change.By, cancel);
            if (found is null) return CaseFailures.NotFound;
            if (found.MergedInto is not null) return MergeFailures.GoesOnElsewhere;
            if (change.Seen is { } seen && seen != found.Version) return StorageFailures.ChangedMeanwhile;
            if (await body(current, found) is { } failure) return failure;
            await current.Db.SaveChangesAsync(cancel);
            return new ChangedCase(found.Id, found.Reference, found.Status, found.Version);
        }, cancel);

    /// <summary>The case with all that a decision about it needs, when the reader may know of it.</summary>
    internal static Task<Case?> Load(Work work, CaseId id, Actor by, CancellationToken cancel) =>
        work.Db.Cases.VisibleTo(by).Include(one => one.Participants).Include(one => one.Pauses).Include(one => one.MoreTimes)
            .AsSplitQuery().FirstOrDefaultAsync(one => one.Id == id, cancel);
}

using Loket.Cases.Handling;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;

namespace Loket.Cases.Handovers;

/// <summary>More files of a case go along with the handover that is under way (row B5); the partner hears of it.</summary>
public sealed class GiveFiles(CaseChanges changes)
{
    /// <summary>Sends them along.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, IReadOnlyCollection<DocumentId> files, CancellationToken cancel) =>
        changes.Run(change, new { files }, Right.HandOver, async (work, found) =>
        {
            if (files.Count == 0) return HandoverFailures.FilesMissing;
            if (await TakeBack.Live(work.Db, found.Id, cancel) is not { } handover) return HandoverFailures.Ended;
            return await HandoverFiles.Give(work, found, handover, files, later: true, change.By, cancel);
        }, cancel);
}

using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;

namespace Loket.Cases.Handling;

/// <summary>A file is put with a case (row B6).</summary>
public sealed class AttachToCase(CaseChanges changes)
{
    /// <summary>Puts a file that was received with the case; for who may see personal data, as nobody has looked yet at what is in it.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, ReceivedFile file, CancellationToken cancel) =>
        changes.Run(change, new { file.Hash, file.Name }, Right.WorkOnCases, async (work, found) =>
            (await AttachFile.To(work, file, found.Id.Value, DocumentConfidentiality.Confidential, change.By, cancel)).Failure, cancel);
}

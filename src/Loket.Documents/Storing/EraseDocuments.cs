using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Documents;

/// <summary>Removes the files of what is destroyed, inside its transaction. A content of which no document speaks any more leaves the disk by the sweep, two days later at most;
/// one that stands with something else as well stays there.</summary>
public static class EraseDocuments
{
    /// <summary>Removes all that belongs to these things.</summary>
    /// <returns>How many files.</returns>
    public static Task<int> Of(LoketDb db, IReadOnlyCollection<Guid> subjects, CancellationToken cancel) =>
        db.Documents.Where(document => subjects.Contains(document.SubjectId)).ExecuteDeleteAsync(cancel);
}

using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Documents;

/// <summary>Somebody opened a file.</summary>
[JournalEvent("document.looked-at", Audience.Audit)]
public sealed record DocumentLookedAt(DocumentId Document, Guid Subject, int Number) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Subject, Document.Value];
}

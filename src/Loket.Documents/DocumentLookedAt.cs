using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Documents;

/// <summary>Somebody opened a file; the purpose is said where it is not the usual one.</summary>
[JournalEvent("document.looked-at", Audience.Audit)]
public sealed record DocumentLookedAt(DocumentId Document, Guid Subject, int Number, string? Purpose = null) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Subject, Document.Value];
}

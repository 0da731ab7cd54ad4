using Loket.Kernel;
using Loket.Storage.Journal;

namespace Loket.Documents;

/// <summary>A file was put with something.</summary>
[JournalEvent("document.stored", Audience.Staff)]
public sealed record DocumentStored(
    DocumentId Document, Guid Subject, int Number, FileKind Kind, long Size, DocumentConfidentiality Confidentiality) : IJournalEvent
{
    /// <inheritdoc />
    public IEnumerable<Guid> About() => [Subject, Document.Value];
}

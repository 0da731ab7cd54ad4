using Loket.Kernel;
using NodaTime;

namespace Loket.Documents;

/// <summary>A document, without its content.</summary>
/// <param name="Id">The document.</param>
/// <param name="Subject">What it belongs to.</param>
/// <param name="Number">From 1 within its subject; for its address.</param>
/// <param name="Name">Its name, with the extension of what it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">In bytes.</param>
/// <param name="HasThumbnail">Whether there is a small picture of it.</param>
/// <param name="Confidentiality">For whom it is.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When.</param>
public sealed record DocumentView(
    DocumentId Id, Guid Subject, int Number, [property: Personal("answering", "case")] string Name, FileKind Kind, long Size, bool HasThumbnail,
    DocumentConfidentiality Confidentiality, Who By, Instant At)
{
    internal static DocumentView Of(Document document) => new(
        document.Id, document.SubjectId, document.Number, document.Name, document.Kind, document.Size, document.ThumbnailHash is not null,
        document.Confidentiality, new Who(document.ByKind, document.ById), document.At);
}

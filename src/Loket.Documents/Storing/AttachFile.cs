using Loket.Documents.Storing;
using Loket.Kernel;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Documents;

/// <summary>Puts a received file with something, inside the transaction of what it belongs to.</summary>
public static class AttachFile
{
    /// <summary>Makes the document; fails when the file is no longer there.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="file">As <see cref="ReceiveFile"/> gave it.</param>
    /// <param name="subject">What it belongs to.</param>
    /// <param name="confidentiality">For whom it is.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Result<DocumentView>> To(
        Work work, ReceivedFile file, Guid subject, DocumentConfidentiality confidentiality, Who by, CancellationToken cancel)
    {
        if (!new FileStore(work.Tenant).Has(file.Hash)) return DocumentFailures.ReceivedGone;

        var local = work.Db.Documents.Local.Where(document => document.SubjectId == subject).Select(document => document.Number).DefaultIfEmpty().Max();
        var stored = await work.Db.Documents.Where(document => document.SubjectId == subject).MaxAsync(document => (int?)document.Number, cancel) ?? 0;
        var made = new Document
        {
            Id = Ids.New<DocumentId>(),
            SubjectId = subject,
            Number = Math.Max(local, stored) + 1,
            Name = file.Name,
            Kind = file.Kind,
            Size = file.Size,
            Hash = file.Hash,
            ThumbnailHash = file.ThumbnailHash,
            Confidentiality = confidentiality,
            ByKind = by.Kind,
            ById = by.Id,
            At = work.Now,
        };
        work.Db.Documents.Add(made);
        work.Journal.Write(new DocumentStored(made.Id, subject, made.Number, made.Kind, made.Size, confidentiality), by);
        return DocumentView.Of(made);
    }
}

using Loket.Documents.Storing;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Loket.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Loket.Documents;

/// <summary>A document with its content, open at its start; the caller disposes it.</summary>
/// <param name="Document">What it is.</param>
/// <param name="Content">The content, or the small picture where that was asked.</param>
/// <param name="ContentType">The content type to serve it with.</param>
public sealed record OpenedDocument(DocumentView Document, Stream Content, string ContentType);

/// <summary>The documents of something. The caller has checked that the reader may see it; which of its documents this reader may see is looked at here.</summary>
public sealed class ReadDocuments(UnitOfWork unit, TenantContext context)
{
    /// <summary>The documents of some subjects, oldest first.</summary>
    public Task<IReadOnlyList<DocumentView>> Of(IReadOnlyCollection<Guid> subjects, Actor reader, CancellationToken cancel) =>
        unit.Read(db => Of(db, subjects, reader, cancel));

    /// <summary>The same inside a transaction, with its context: what was put there in it counts too.</summary>
    public static async Task<IReadOnlyList<DocumentView>> Of(LoketDb db, IReadOnlyCollection<Guid> subjects, Actor reader, CancellationToken cancel)
    {
        var stored = await VisibleTo(db.Documents, reader).Where(document => subjects.Contains(document.SubjectId)).OrderBy(document => document.Id).ToListAsync(cancel);
        var added = VisibleTo(db.Documents.Local.Where(document => db.Entry(document).State == EntityState.Added && subjects.Contains(document.SubjectId)).AsQueryable(), reader);
        return [.. stored.Concat(added.AsEnumerable().OrderBy(document => document.Number)).Select(DocumentView.Of)];
    }

    /// <summary>Opens one, by its number within its subject.</summary>
    public async Task<Result<OpenedDocument>> Open(Guid subject, int number, bool thumbnail, Actor reader, CancellationToken cancel)
    {
        var document = await unit.Read(db => VisibleTo(db.Documents, reader)
            .SingleOrDefaultAsync(one => one.SubjectId == subject && one.Number == number, cancel));
        var hash = thumbnail ? document?.ThumbnailHash : document?.Hash;
        if (document is null || hash is null || new FileStore(context.Tenant).Open(hash) is not { } content) return DocumentFailures.NotFound;
        return new OpenedDocument(DocumentView.Of(document), content, document.Kind.ContentType());
    }

    private static IQueryable<Document> VisibleTo(IQueryable<Document> documents, Actor reader)
    {
        if (reader.IsSystem) return documents;
        var isStaff = reader.Staff is not null;
        var seesPersonal = reader.May(Right.SeePersonalData);
        return documents.Where(document => document.Confidentiality == DocumentConfidentiality.Open
            || (isStaff && document.Confidentiality == DocumentConfidentiality.Internal)
            || (isStaff && seesPersonal && document.Confidentiality == DocumentConfidentiality.Confidential));
    }
}

using Loket.Contacts;
using Loket.Documents;
using Loket.Kernel;
using Loket.Kernel.References;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>Opens a file of a case, or of a matter that is on it (row B6). Who opens a file is seen opening it, before anything is given out.</summary>
public sealed class OpenCaseFile(UnitOfWork unit, ReadDocuments documents, Matters matters)
{
    /// <summary>Which file.</summary>
    /// <param name="Case">The number of the case.</param>
    /// <param name="Matter">The reference of the matter that it came with; null for a file of the case itself.</param>
    /// <param name="Number">Its number there.</param>
    /// <param name="Small">The small picture, which the page of the case shows: that page's own look counts for it.</param>
    /// <param name="By">Who.</param>
    /// <param name="Purpose">What for, where it is not the usual; null for who may know of the case anyway.</param>
    public sealed record Request(string Case, string? Matter, int Number, bool Small, Actor By, string? Purpose = null);

    /// <summary>The file, open at its start; the caller disposes it.</summary>
    public async Task<Result<OpenedDocument>> Handle(Request request, CancellationToken cancel)
    {
        if (await unit.Read(db => Subject(db, request, cancel)) is not { } subject) return CaseFailures.NotFound;
        var opened = await documents.Open(subject, request.Number, request.Small, request.By, cancel);
        if (!opened.Succeeded || request.Small) return opened;

        var seen = await unit.Run<Done>(work =>
        {
            work.Journal.Write(new DocumentLookedAt(opened.Value.Document.Id, subject, request.Number, request.Purpose), request.By);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);
        if (seen.Succeeded) return opened;
        await opened.Value.Content.DisposeAsync();
        return seen.Failure;
    }

    private async Task<Guid?> Subject(LoketDb db, Request request, CancellationToken cancel)
    {
        var known = db.Cases.VisibleTo(request.By);
        // Of what goes on as part of another, nothing is shown to who may not know of the whole.
        var found = await known.Where(one => one.Reference == request.Case && (one.MergedInto == null || known.Any(whole => whole.Id == one.MergedInto)))
            .Select(one => (CaseId?)one.Id).FirstOrDefaultAsync(cancel);
        if (found is not { } id) return null;
        if (request.Matter is not { } text) return id.Value;
        if (!Reference.TryParse(text, out var reference) || await matters.Find(db, reference, request.By, cancel) is not { } matter) return null;
        return await db.Participants.AnyAsync(one => one.CaseId == id && one.Matter == matter.Id && one.LeftAt == null, cancel) ? matter.Id.Value : null;
    }
}

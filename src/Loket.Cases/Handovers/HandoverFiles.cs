using Loket.Cases.Reading;
using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Handovers;

/// <summary>Puts files with a handover, inside the transaction of a use case. Of a sensitive case none goes along.</summary>
internal static class HandoverFiles
{
    /// <summary>What a colleague chose goes along, among what that colleague may see; what went along already is left alone.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="found">The case, with its participants.</param>
    /// <param name="handover">With which handover.</param>
    /// <param name="chosen">Which files.</param>
    /// <param name="later">The handover is under way already, so the partner is told of it apart.</param>
    /// <param name="by">Who chose.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Failure?> Give(
        Work work, Case found, Handover handover, IReadOnlyCollection<DocumentId> chosen, bool later, Actor by, CancellationToken cancel)
    {
        if (chosen.Count == 0) return null;
        if (found.SensitiveGroup is not null) return HandoverFailures.FilesOfSensitive;
        // As on the page of the case: what residents sent is for who may read what they wrote.
        IEnumerable<Guid> matters = CaseNames.MayRead(by) ? MattersOf(found) : [];
        var parts = await work.Db.Cases.VisibleTo(by).Where(one => one.MergedInto == found.Id && one.SensitiveGroup == null).Select(one => one.Id).ToListAsync(cancel);
        var there = await ReadDocuments.Of(work.Db, [found.Id.Value, .. parts.Select(one => one.Value), .. matters], by, cancel);
        if (chosen.Any(id => there.All(one => one.Id != id))) return HandoverFailures.FileNotHere;
        await Give(work, handover, [.. chosen.Distinct()], later, by, cancel);
        return null;
    }

    /// <summary>At a handover that a rule made: the pictures that residents sent with what they asked.</summary>
    public static async Task GivePictures(Work work, Case found, Handover handover, Who by, CancellationToken cancel)
    {
        if (found.SensitiveGroup is not null) return;
        var sent = await ReadDocuments.Of(work.Db, [.. MattersOf(found)], Actor.System, cancel);
        await Give(work, handover, [.. sent.Where(one => one.Kind.IsPicture()).Select(one => one.Id)], later: false, by, cancel);
    }

    /// <summary>What the partner sends is put with the case. Nobody has looked yet at what is in it: it is for who may see personal data, and never for residents.</summary>
    public static async Task<Failure?> Receive(Work work, Handover handover, IReadOnlyList<ReceivedFile> files, Who by, CancellationToken cancel)
    {
        if (files.Count == 0) return null;
        if (files.Count > ReplyToHandover.MostFiles) return HandoverFailures.TooManyFiles.With(ReplyToHandover.MostFiles);
        var documents = new List<DocumentId>();
        foreach (var file in files)
        {
            var attached = await AttachFile.To(work, file, handover.CaseId.Value, DocumentConfidentiality.Confidential, by, cancel);
            if (!attached.Succeeded) return attached.Failure.At("Files");
            documents.Add(attached.Value.Id);
        }

        await Add(work, handover, documents, fromPartner: true, cancel);
        work.Journal.Write(new HandoverFilesReceived(handover.CaseId, handover.Id, handover.Partner, documents), by);
        return null;
    }

    /// <summary>A case goes on as part of another that the same partner has: what went along with its handover, to the partner or from it, is there with that of the whole as well.</summary>
    public static async Task GoOn(Work work, Handover part, Handover whole, CancellationToken cancel)
    {
        var there = await work.Db.HandoverFiles.Where(one => one.HandoverId == whole.Id).Select(one => one.DocumentId).ToListAsync(cancel);
        var along = await work.Db.HandoverFiles.Where(one => one.HandoverId == part.Id && !there.Contains(one.DocumentId)).OrderBy(one => one.Number).ToListAsync(cancel);
        var last = await LastNumber(work, whole, cancel);
        foreach (var one in along) work.Db.Add(new HandoverFile { HandoverId = whole.Id, Number = ++last, DocumentId = one.DocumentId, FromPartner = one.FromPartner, At = one.At });
    }

    private static IEnumerable<Guid> MattersOf(Case found) => found.Participants.Where(one => one.LeftAt is null).Select(one => one.Matter.Value);

    private static async Task Give(Work work, Handover handover, List<DocumentId> documents, bool later, Who by, CancellationToken cancel)
    {
        var along = documents.Count == 0 ? [] : await work.Db.HandoverFiles.Where(one => one.HandoverId == handover.Id).Select(one => one.DocumentId).ToListAsync(cancel);
        var given = documents.Except(along).ToList();
        if (given.Count == 0) return;
        await Add(work, handover, given, fromPartner: false, cancel);
        work.Journal.Write(new HandoverFilesGiven(handover.CaseId, handover.Id, handover.Partner, given, later), by);
    }

    private static async Task Add(Work work, Handover handover, List<DocumentId> documents, bool fromPartner, CancellationToken cancel)
    {
        var last = await LastNumber(work, handover, cancel);
        foreach (var document in documents)
        {
            work.Db.Add(new HandoverFile { HandoverId = handover.Id, Number = ++last, DocumentId = document, FromPartner = fromPartner, At = work.Now });
        }
    }

    private static async Task<int> LastNumber(Work work, Handover handover, CancellationToken cancel) =>
        await work.Db.HandoverFiles.Where(one => one.HandoverId == handover.Id).MaxAsync(one => (int?)one.Number, cancel) ?? 0;
}

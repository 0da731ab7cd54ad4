using Loket.Documents;
using Loket.Kernel;
using Loket.Organisation.Partners;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Handovers;

/// <summary>A file that went along with a handover, as its partner may know of it.</summary>
/// <param name="Number">From 1 within its handover; for its address.</param>
/// <param name="Name">As it was called where the partner's rule gives names, else what it is; what the partner sent keeps its name.</param>
/// <param name="Document">The file.</param>
/// <param name="FromPartner">Whether the partner sent it.</param>
/// <param name="At">When it went along.</param>
public sealed record HandoverFileView(int Number, string Name, DocumentView Document, bool FromPartner, Instant At);

/// <summary>The files with a handover that its partner may open. What we gave is there as long as the handover runs, or that of the whole as part of which the case goes on,
/// as what it knows of people is: not once the case has become sensitive, nor what left the case with a contact that was no repeat.</summary>
internal static class PartnerFiles
{
    public static async Task<IReadOnlyList<HandoverFileView>> Of(LoketDb db, AtHandover at, string language, CancellationToken cancel)
    {
        var along = await db.HandoverFiles.Where(one => one.HandoverId == at.Handover.Id).OrderBy(one => one.Number).ToListAsync(cancel);
        if (along.Count == 0) return [];
        var (id, whole) = (at.Handover.CaseId, at.Whole.CaseId);
        // Of the case, of those that go on as part of it, and of what residents asked on either.
        var cases = await db.Cases.Where(one => one.Id == id || one.Id == whole || one.MergedInto == id).Select(one => new { one.Id, one.SensitiveGroup }).ToListAsync(cancel);
        var live = db.Participants.Where(one => one.LeftAt == null);
        var matters = await live.Where(one => one.CaseId == id).Select(one => one.Matter).Concat(live.Where(one => one.MergedFrom == id).Select(one => one.Matter)).ToListAsync(cancel);
        var documents = (await ReadDocuments.Of(db, [.. cases.Select(one => one.Id.Value), .. matters.Select(one => one.Value)], Actor.System, cancel)).ToDictionary(one => one.Id);
        var isGiven = at.Whole.IsLive && cases.TrueForAll(one => one.SensitiveGroup is null);
        return
        [
            .. from one in along
               where (one.FromPartner || isGiven) && documents.ContainsKey(one.DocumentId)
               let document = documents[one.DocumentId]
               select new HandoverFileView(
                   one.Number, one.FromPartner ? document.Name : PartnerEyes.NameOf(document, one.Number, at.Partner, language), document, one.FromPartner, one.At),
        ];
    }
}

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

/// <summary>The files with a handover that its partner may open. What we gave is there as long as the handover runs, as what it knows of people is: not once the case
/// has become sensitive, nor what left the case with a contact that was no repeat.</summary>
internal static class PartnerFiles
{
    public static async Task<IReadOnlyList<HandoverFileView>> Of(LoketDb db, Handover handover, PartnerCard partner, string language, CancellationToken cancel)
    {
        var along = await db.HandoverFiles.Where(one => one.HandoverId == handover.Id).OrderBy(one => one.Number).ToListAsync(cancel);
        if (along.Count == 0) return [];
        var found = await db.Cases.SingleAsync(one => one.Id == handover.CaseId, cancel);
        var matters = await db.Participants.Where(one => one.CaseId == found.Id && one.LeftAt == null).Select(one => one.Matter).ToListAsync(cancel);
        var documents = (await ReadDocuments.Of(db, [found.Id.Value, .. matters.Select(one => one.Value)], Actor.System, cancel)).ToDictionary(one => one.Id);
        var isGiven = handover.IsLive && found.SensitiveGroup is null;
        return
        [
            .. from one in along
               where (one.FromPartner || isGiven) && documents.ContainsKey(one.DocumentId)
               let document = documents[one.DocumentId]
               select new HandoverFileView(
                   one.Number, one.FromPartner ? document.Name : PartnerEyes.NameOf(document, one.Number, partner, language), document, one.FromPartner, one.At),
        ];
    }
}

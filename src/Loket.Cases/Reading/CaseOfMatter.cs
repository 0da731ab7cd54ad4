using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>The case that a matter became or joined.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number; null for a reader who may not know of it.</param>
/// <param name="Contacts">How many contacts are on it, as far as the reader may know.</param>
/// <param name="DeadlineAt">When the resident hears at the latest.</param>
/// <param name="InTriage">Whether nobody was found for it yet.</param>
/// <param name="Version">For what a reader has seen of it.</param>
public sealed record CaseOfMatter(CaseId Id, string? Reference, int Contacts, Instant? DeadlineAt, bool InTriage, int Version)
{
    /// <summary>The case of a matter; null when it has none.</summary>
    /// <remarks>The caller has checked that the reader may see the matter; who took it may know the term, not always the case.</remarks>
    public static async Task<CaseOfMatter?> Find(LoketDb db, MatterId matter, Actor by, CancellationToken cancel)
    {
        // Asked of the one case: as a list it would be that of all.
        var visible = db.Cases.VisibleTo(by);
        return await (
            from participant in db.Participants
            where participant.Matter == matter && participant.LeftAt == null
            join found in db.Cases on participant.CaseId equals found.Id
            select new CaseOfMatter(
                found.Id, visible.Any(known => known.Id == found.Id) ? found.Reference : null,
                visible.Any(known => known.Id == found.Id) ? found.Participants.Where(one => one.LeftAt == null).Select(one => one.Contact).Distinct().Count() : 1, found.DeadlineAt, found.TriageReason != null, found.Version))
            .FirstOrDefaultAsync(cancel);
    }
}

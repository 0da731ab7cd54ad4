using Loket.Cases.Participants;
using Loket.Cases.Reading;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>The other cases to which one case is related, as far as a reader may know of them.</summary>
/// <param name="Parts">Those that go on as part of it, first merged first.</param>
/// <param name="Linked">Those that belong with it.</param>
/// <param name="Before">Those on which who asks for it stood before.</param>
internal sealed record RelatedCases(IReadOnlyList<CasePart> Parts, IReadOnlyList<LinkedCase> Linked, IReadOnlyList<CaseBefore> Before)
{
    /// <summary>None.</summary>
    public static RelatedCases None { get; } = new([], [], []);

    /// <summary>All of them in one question. The caller has checked that the reader may know of the case itself.</summary>
    public static async Task<RelatedCases> Of(LoketDb db, CaseId id, Actor by, CancellationToken cancel)
    {
        var links = db.Set<CaseLink>();
        var asking = db.Participants.Where(participant => participant.CaseId == id && participant.LeftAt == null).Select(participant => participant.Id);
        var origins = db.Set<ParticipantOrigin>().Where(origin => asking.Contains(origin.ParticipantId) && origin.CaseId != id);
        // Each by its own index.
        var ids = db.Cases.Where(one => one.MergedInto == id).Select(one => one.Id)
            .Union(links.Where(link => link.FirstCase == id).Select(link => link.SecondCase))
            .Union(links.Where(link => link.SecondCase == id).Select(link => link.FirstCase))
            .Union(origins.Select(origin => origin.CaseId));
        var found = await db.Cases.VisibleTo(by).Where(one => ids.Contains(one.Id)).OrderBy(one => one.ClosedAt).ThenBy(one => one.Id).Select(one => new
        {
            one.Id,
            one.Reference,
            one.Status,
            one.Solved,
            one.ClosedAt,
            one.MergedInto,
            Kind = links.Where(link => (link.FirstCase == id && link.SecondCase == one.Id) || (link.FirstCase == one.Id && link.SecondCase == id)).Select(link => (CaseLinkKind?)link.Kind).FirstOrDefault(),
            From = links.Where(link => (link.FirstCase == id && link.SecondCase == one.Id) || (link.FirstCase == one.Id && link.SecondCase == id)).Select(link => (CaseId?)link.FromCase).FirstOrDefault(),
            Origins = origins.Where(origin => origin.CaseId == one.Id).Select(origin => new { origin.ParticipantId, origin.Until }).ToList(),
        }).ToListAsync(cancel);
        return new RelatedCases(
            [.. found.Where(one => one.MergedInto == id).Select(one => new CasePart(one.Id, one.Reference, one.ClosedAt!.Value))],
            LinkedCase.InOrder(
                from one in found
                where one.Kind is not null && one.From is not null
                select new LinkedCase(one.Id, one.Reference, LinkedCase.AsSeenFrom(id, one.Kind!.Value, one.From!.Value), one.Status, one.Solved)),
            [.. found.SelectMany(one => one.Origins, (one, origin) => new CaseBefore(origin.ParticipantId, one.Id, origin.Until))]);
    }
}

using Loket.Cases.Routing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Colleagues;

/// <summary>Reads cases as virtual colleagues see them.</summary>
public sealed class ColleagueCases(ContactCards contacts, AreaTree areas)
{
    /// <summary>Those of them that the reader may know of.</summary>
    internal async Task<IReadOnlyList<ColleagueFacts>> Of(LoketDb db, IReadOnlyCollection<CaseId> ids, Actor by, CancellationToken cancel)
    {
        var rows = await db.Cases.VisibleTo(by).Where(one => ids.Contains(one.Id)).Select(one => new
        {
            one.Id, one.Reference, one.Type, one.Category, one.Subject, one.Place.Area, one.Place.Asset, one.Place.AssetOwner, one.Danger, one.ProposedPaper, one.SensitiveGroup, one.Handler, one.Partner, one.Status,
        }).ToListAsync(cancel);
        var known = rows.ConvertAll(row => row.Id);
        var asking = (await db.Participants.Where(one => known.Contains(one.CaseId) && one.LeftAt == null).Select(one => new { one.CaseId, one.Contact, one.Matter, one.Customer, one.JoinedAt, one.Id }).ToListAsync(cancel))
            .GroupBy(one => one.CaseId).ToDictionary(one => one.Key, one => one.OrderBy(each => each.JoinedAt).ThenBy(each => each.Id.Value).ToList());
        // How it came in and what was asked are compared with, and shown to nobody.
        var cards = await contacts.OfMatters(db, [.. asking.Values.Select(one => one[0].Matter)], Actor.System, cancel);

        var facts = new List<ColleagueFacts>(rows.Count);
        foreach (var row in rows)
        {
            var all = asking.GetValueOrDefault(row.Id);
            var card = all is null ? null : cards.GetValueOrDefault(all[0].Matter);
            facts.Add(new ColleagueFacts(
                row.Id, row.Reference, row.Type, row.Category, (await db.CategoryOf(row.Category, cancel))?.Group, await areas.AndAbove(db, row.Area, cancel), card?.Channel,
                row.Subject + "\n" + card?.Text, all?[0].Customer is not null, row.Danger, row.ProposedPaper is not null || (await db.TypeOf(row.Type, cancel))?.FormalPaper is not null,
                row.SensitiveGroup, row.Handler is not null, row.Partner is not null, row.Status == CaseStatus.Closed,
                card?.CustomerKind, row.Status, card?.Kind, row.Asset is null ? null : row.AssetOwner ?? RoutingSubject.Municipality, all?.DistinctBy(one => one.Contact).Count() ?? 0));
        }

        return facts;
    }
}

using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel.Geography;
using Loket.Organisation.Rights;
using Loket.Places;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Reading;

/// <summary>A case as repeat finding sees it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="Asset">Number of its object.</param>
/// <param name="Address">Its address.</param>
/// <param name="Area">Key of its area.</param>
/// <param name="X">Metres east (RD).</param>
/// <param name="Y">Metres north (RD).</param>
/// <param name="Danger">Whether it is about danger.</param>
/// <param name="Status">How it stands.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="LastContactAt">The last time that somebody asked.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="MayReopen">Whether it ended less than its window ago.</param>
/// <param name="Contacts">How many contacts are on it.</param>
/// <param name="SamePerson">Whether the customer of this contact is on it.</param>
/// <param name="RepeatRadius">Within how many metres another report may be the same.</param>
public sealed record CaseSketch(
    CaseId Id, string Reference, string Subject, string? Category, string? Asset, string? Address, string? Area, double? X, double? Y, bool Danger,
    CaseStatus Status, Instant OpenedAt, Instant LastContactAt, Instant? ClosedAt, bool MayReopen, int Contacts, bool SamePerson, int RepeatRadius)
{
    /// <summary>The name of its subject or type, for who may not read its subject line.</summary>
    public string Name { get; init; } = "";
}

/// <summary>Where to look for repeats, and how many are wanted.</summary>
public sealed record SketchSearch(
    IReadOnlyList<CustomerId> Customers, string? Asset, string? Category, string? Address, string? Area, double? X, double? Y, Instant Now, int Most);

/// <summary>Candidates for repeats, within the reader's rights: the most recent few per way in which a repeat can be one, each by its own index.</summary>
public sealed class CaseSketches
{
    private const int LeastPerWay = 25;
    private const int SearchRadius = 250;

    /// <summary>Finds the candidates.</summary>
    public async Task<IReadOnlyList<CaseSketch>> Find(LoketDb db, SketchSearch search, Actor by, CancellationToken cancel)
    {
        var (ids, perWay) = (new List<IQueryable<CaseId>>(), Math.Max(LeastPerWay, search.Most));
        // Formal papers are never joined, so never suggested; nor is what may be one, until somebody has decided.
        var papers = db.CaseTypes.Where(type => type.FormalPaper != null).Select(type => type.Key);
        var visible = db.Cases.VisibleTo(by).Where(one => !papers.Contains(one.Type) && one.ProposedPaper == null && one.Participants.Any(participant => participant.LeftAt == null));
        var since = search.Now - Duration.FromDays(60);

        if (search.Asset is { } asset)
            ids.Add(visible.Where(one => one.Place.Asset == asset && (one.Status != CaseStatus.Closed || one.ClosedAt > since)).OrderByDescending(one => one.LastContactAt).Take(perWay).Select(one => one.Id));
        if (search.Customers.Count > 0 && by.May(Right.SeePersonalData) || by.IsSystem)
        {
            var customers = search.Customers;
            var theirs = db.Participants.Where(one => one.Customer != null && customers.Contains(one.Customer.Value) && one.LeftAt == null).Select(one => one.CaseId);
            ids.Add(visible.Where(one => theirs.Contains(one.Id) && (one.Status != CaseStatus.Closed || one.ClosedAt > since)).OrderByDescending(one => one.LastContactAt).Take(perWay).Select(one => one.Id));
        }

        // Two objects are two matters, however near.
        var around = visible.Where(one => one.Status != CaseStatus.Closed);
        if (search.Asset is not null) around = around.Where(one => one.Place.Asset == null);
        if (search is { X: { } x, Y: { } y })
        {
            long?[] cells = [.. GridCell.Covering(new RdPoint(x, y), SearchRadius).Select(cell => (long?)cell.Index)];
            var near = around.Where(one => cells.Contains(one.Cell));
            if (search is { Category: { } category, Address: var address })
                near = near.Where(one => one.Category == category || one.Category == null || (address != null && one.Place.Address == address));
            ids.Add(near.OrderByDescending(one => one.LastContactAt).Take(perWay).Select(one => one.Id));
        }

        if (Place.StreetOf(search.Address) is { } street)
        {
            // All that begins with the street and a space: the numbers behind it. The sign after a space is the exclamation mark. What is at the same door comes first.
            var (door, behind) = (search.Address, street + "!");
            ids.Add(around.Where(one => string.Compare(one.Place.Address, street) >= 0 && string.Compare(one.Place.Address, behind) < 0)
                .OrderByDescending(one => one.Place.Address == door).ThenByDescending(one => one.LastContactAt).Take(perWay).Select(one => one.Id));
        }

        // In a large village the last few of all subjects are of today.
        if (search is { Area: { } village, Category: { } subject })
            ids.Add(around.Where(one => one.Place.Area == village && one.Category == subject).OrderByDescending(one => one.LastContactAt).Take(perWay).Select(one => one.Id));
        if (search.Area is { } area)
            ids.Add(around.Where(one => one.Place.Area == area).OrderByDescending(one => one.LastContactAt).Take(perWay * 2).Select(one => one.Id));
        if (ids.Count == 0) return [];

        var all = ids.Aggregate((left, right) => left.Union(right));
        var mine = search.Customers;
        var rows = await (
            from one in db.Cases
            where all.Contains(one.Id)
            join category in db.Categories on one.Category equals category.Key into categories
            from category in categories.DefaultIfEmpty()
            join type in db.CaseTypes on one.Type equals type.Key
            select new
            {
                Case = one,
                Radius = (int?)category.RepeatRadius,
                NameNl = category == null ? type.NameNl : category.NameNl,
                NameEn = category == null ? type.NameEn : category.NameEn,
                Contacts = one.Participants.Where(participant => participant.LeftAt == null).Select(participant => participant.Contact).Distinct().Count(),
                SamePerson = one.Participants.Any(participant => participant.LeftAt == null && participant.Customer != null && mine.Contains(participant.Customer.Value)),
            }).AsNoTracking().ToListAsync(cancel);
        var types = await db.TypeVersions(cancel);
        return [.. rows.Select(row => new CaseSketch(
            row.Case.Id, row.Case.Reference, row.Case.Subject, row.Case.Category, row.Case.Place.Asset, row.Case.Place.Address, row.Case.Place.Area,
            row.Case.Place.X, row.Case.Place.Y, row.Case.Danger, row.Case.Status, row.Case.OpenedAt, row.Case.LastContactAt, row.Case.ClosedAt,
            row.Case.ClosedAt is { } closed && search.Now - closed <= Duration.FromDays(types[(row.Case.Type, row.Case.TypeVersion)].Details.ReopenDays),
            row.Contacts, by.May(Right.SeePersonalData) && row.SamePerson, row.Radius ?? 30) { Name = CaseNames.Language == "en" ? row.NameEn : row.NameNl })];
    }
}

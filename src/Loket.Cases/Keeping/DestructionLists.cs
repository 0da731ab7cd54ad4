using Loket.Cases.Types;
using Loket.Kernel;
using Loket.Organisation;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Loket.Cases.Keeping;

/// <summary>A list of cases to be destroyed; carried out, the declaration of it.</summary>
/// <param name="Id">The list.</param>
/// <param name="Version">For an approval of what somebody saw.</param>
/// <param name="State">How it stands.</param>
/// <param name="Group">The sensitive group of its cases; null for no secret.</param>
/// <param name="DrawnAt">When it was drawn.</param>
/// <param name="ProposedBy">Who put it forward.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="EndedAt">When it was carried out, or thrown away.</param>
/// <param name="Cases">How many of its cases the reader may know of.</param>
/// <param name="Contacts">How many contacts went along.</param>
/// <param name="Customers">How many people.</param>
/// <param name="Messages">How many messages.</param>
/// <param name="Files">How many files.</param>
public sealed record DestructionCard(
    DestructionListId Id, int Version, DestructionState State, string? Group, Instant DrawnAt, StaffId? ProposedBy, Instant? ProposedAt, StaffId? ApprovedBy, Instant? ApprovedAt, Instant? EndedAt,
    int Cases, int Contacts, int Customers, int Messages, int Files)
{
    /// <summary>Whether cases can still be taken out of it.</summary>
    public bool IsOpen => State is DestructionState.Drawn or DestructionState.Proposed;
}

/// <summary>A case on a list: what is left of it when it is destroyed.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="Type">Key of its kind.</param>
/// <param name="Category">Key of its subject.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="Result">With what, in the words of the version of its kind; null where its making was undone.</param>
/// <param name="KeptUntil">Until when it was to be kept.</param>
/// <param name="Ground">The number in the selection list by which.</param>
/// <param name="Fate">What became of it on this list.</param>
/// <param name="Reason">Why it was taken out.</param>
public sealed record DestructionLine(
    CaseId Case, string Reference, string Type, string? Category, Instant OpenedAt, Instant? ClosedAt, ResultType? Result, LocalDate? KeptUntil, string? Ground, DestructionFate Fate,
    [property: Personal("accountability", "case")] string? Reason);

/// <summary>The lists of cases to be destroyed and the declarations of what was, for who keeps records.</summary>
public sealed class DestructionLists(UnitOfWork unit)
{
    private const int Most = 100;

    /// <summary>The newest lists, of the groups of the reader.</summary>
    public Task<IReadOnlyList<DestructionCard>> All(Actor reader, CancellationToken cancel) => unit.Read(db => Cards(db, Known(db, reader), reader, cancel));

    /// <summary>One list; null where there is none for the reader.</summary>
    public Task<DestructionCard?> Find(DestructionListId id, Actor reader, CancellationToken cancel) => unit.Read(async db =>
        (await Cards(db, Known(db, reader).Where(list => list.Id == id), reader, cancel)).SingleOrDefault());

    /// <summary>What stands on a list, as far as the reader may know of it, in the order of the numbers.</summary>
    public Task<IReadOnlyList<DestructionLine>> Lines(DestructionListId id, Actor reader, CancellationToken cancel) => unit.Read<IReadOnlyList<DestructionLine>>(async db =>
    {
        var rows = await (
            from list in Known(db, reader)
            where list.Id == id
            join item in db.DestructionItems on list.Id equals item.List
            join one in db.Cases.KnownTo(reader) on item.CaseId equals one.Id
            orderby one.Reference
            select new { one.Id, one.Reference, one.Type, one.TypeVersion, one.Category, one.OpenedAt, one.ClosedAt, one.Result, one.KeptUntil, one.KeptBy, item.Fate, item.Reason }).ToListAsync(cancel);
        var versions = await db.TypeVersions(cancel);
        return
        [
            .. rows.Select(row => new DestructionLine(
                row.Id, row.Reference, row.Type, row.Category, row.OpenedAt, row.ClosedAt, versions[(row.Type, row.TypeVersion)].Details.Results.FirstOrDefault(result => result.Key == row.Result),
                row.KeptUntil, row.KeptBy, row.Fate, row.Reason)),
        ];
    });

    /// <summary>How many cases are to be destroyed by now and stand on no list, as far as the reader may know of them.</summary>
    public Task<int> Due(Actor reader, Instant now, CancellationToken cancel) => unit.Read(async db =>
        !reader.May(Right.KeepRecords) ? 0 : await DueCases.ToList(db, now.InZone((await Calendars.Current(db, cancel)).Zone).Date, reader).CountAsync(cancel));

    /// <summary>The lists of which the reader may know.</summary>
    internal static IQueryable<DestructionList> Known(LoketDb db, Actor reader)
    {
        var may = reader.May(Right.KeepRecords);
        string[] groups = [.. reader.Groups];
        return db.DestructionLists.Where(list => may && (list.SensitiveGroup == null || groups.Contains(list.SensitiveGroup)));
    }

    /// <summary>Why somebody can't decide about a list: nothing is left on it, or not all of it is theirs to know of.</summary>
    internal static async Task<Failure?> Refusal(LoketDb db, DestructionListId id, Actor by, CancellationToken cancel)
    {
        var listed = db.DestructionItems.Where(item => item.List == id && item.Fate == DestructionFate.Listed);
        var known = db.Cases.VisibleTo(by);
        var all = await listed.CountAsync(cancel);
        if (all == 0) return KeepingFailures.ListEmpty;
        return await listed.CountAsync(item => known.Any(one => one.Id == item.CaseId), cancel) < all ? KeepingFailures.NotAllYours : null;
    }

    private static async Task<IReadOnlyList<DestructionCard>> Cards(LoketDb db, IQueryable<DestructionList> lists, Actor reader, CancellationToken cancel)
    {
        var found = await lists.OrderByDescending(list => list.Id).Take(Most).ToListAsync(cancel);
        var ids = found.ConvertAll(list => list.Id);
        var known = db.Cases.KnownTo(reader);
        var counts = await (
            from item in db.DestructionItems
            where ids.Contains(item.List)
            join one in known on item.CaseId equals one.Id
            group item by item.List into each
            select new { List = each.Key, Cases = each.Count() }).ToDictionaryAsync(each => each.List, each => each.Cases, cancel);
        return
        [
            .. found.Where(list => counts.ContainsKey(list.Id)).Select(list => new DestructionCard(
                list.Id, list.Version, list.State, list.SensitiveGroup, list.DrawnAt, list.ProposedBy, list.ProposedAt, list.ApprovedBy, list.ApprovedAt, list.EndedAt,
                counts[list.Id], list.Contacts, list.Customers, list.Messages, list.Files)),
        ];
    }
}

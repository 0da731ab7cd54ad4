using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>What another case is to a case.</summary>
public enum LinkedAs
{
    /// <summary>It is the whole of which this is a part.</summary>
    Whole,

    /// <summary>It is a part of this.</summary>
    Part,

    /// <summary>This follows on it.</summary>
    Before,

    /// <summary>It follows on this.</summary>
    After,

    /// <summary>It has to do with this.</summary>
    Related,

    /// <summary>This was split off it.</summary>
    SplitFrom,

    /// <summary>It was split off this.</summary>
    SplitInto,
}

/// <summary>A case that belongs with another.</summary>
/// <param name="Id">The case.</param>
/// <param name="Reference">Its number.</param>
/// <param name="As">What it is to the case that is read.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Solved">Whether a closed one is solved.</param>
public sealed record LinkedCase(CaseId Id, string Reference, LinkedAs As, CaseStatus Status, bool? Solved)
{
    /// <summary>Whether it is a part that is not done yet.</summary>
    public bool IsOpenPart => As == LinkedAs.Part && Status != CaseStatus.Closed;

    /// <summary>Those that the reader may know of: the others do not exist for them, nor does the link.</summary>
    internal static async Task<IReadOnlyList<LinkedCase>> Of(LoketDb db, CaseId id, Actor by, CancellationToken cancel)
    {
        var links = await db.Set<CaseLink>().Where(link => link.FirstCase == id || link.SecondCase == id).ToListAsync(cancel);
        if (links.Count == 0) return [];
        var others = links.ToDictionary(link => link.FirstCase == id ? link.SecondCase : link.FirstCase);
        var ids = others.Keys.ToList();
        var found = await db.Cases.VisibleTo(by).Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Reference, one.Status, one.Solved }).ToListAsync(cancel);
        return InOrder(found.Select(one => new LinkedCase(one.Id, one.Reference, AsSeenFrom(id, others[one.Id].Kind, others[one.Id].FromCase), one.Status, one.Solved)));
    }

    /// <summary>In the order in which they are shown.</summary>
    internal static IReadOnlyList<LinkedCase> InOrder(IEnumerable<LinkedCase> linked) => [.. linked.OrderBy(one => one.As).ThenBy(one => one.Reference, StringComparer.Ordinal)];

    /// <summary>What the other case of a link is to the one that is read.</summary>
    internal static LinkedAs AsSeenFrom(CaseId id, CaseLinkKind kind, CaseId from) => (kind, from == id) switch
    {
        (CaseLinkKind.Parent, true) => LinkedAs.Whole,
        (CaseLinkKind.Parent, false) => LinkedAs.Part,
        (CaseLinkKind.FollowUp, true) => LinkedAs.Before,
        (CaseLinkKind.FollowUp, false) => LinkedAs.After,
        (CaseLinkKind.SplitOff, true) => LinkedAs.SplitFrom,
        (CaseLinkKind.SplitOff, false) => LinkedAs.SplitInto,
        _ => LinkedAs.Related,
    };
}

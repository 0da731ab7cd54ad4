using Loket.Cases.Handling;
using Loket.Cases.Reading;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>Two cases belong together: as part and whole, one after the other, or they have to do with each other.</summary>
public sealed class LinkCases(CaseChanges changes)
{
    // Deeper than anybody divides work; more is a mistake.
    private const int MostLevels = 20;

    /// <summary>Links the case to another.</summary>
    /// <param name="change">The case.</param>
    /// <param name="reference">The number of the other, or a reference on it, as it was typed.</param>
    /// <param name="as">What the other is to this one: the whole, a part, what came before, or related.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, string? reference, LinkedAs @as, CancellationToken cancel) =>
        changes.Run(change, new { reference, @as }, Right.WorkOnCases, async (work, found) =>
        {
            if (@as is not (LinkedAs.Whole or LinkedAs.Part or LinkedAs.Before or LinkedAs.Related)) return LinkFailures.KindMissing;
            if (await FindCase.Read(work.Db, reference, change.By, cancel) is not { } other) return LinkFailures.Unknown;
            if (other == found.Id) return LinkFailures.Itself;
            var group = await work.Db.Cases.Where(one => one.Id == other).Select(one => one.SensitiveGroup).SingleAsync(cancel);
            if (found.SensitiveGroup is not null && group is not null && group != found.SensitiveGroup) return LinkFailures.OtherGroup;
            // What belongs to a secret as its part would say so to who may know of the part alone.
            if ((@as == LinkedAs.Whole && found.SensitiveGroup is null && group is not null) || (@as == LinkedAs.Part && group is null && found.SensitiveGroup is not null)) return LinkFailures.SecretWhole;
            var (from, to) = @as == LinkedAs.Part ? (other, found.Id) : (found.Id, other);
            var link = CaseLink.Of(from, to, @as switch { LinkedAs.Before => CaseLinkKind.FollowUp, LinkedAs.Related => CaseLinkKind.Related, _ => CaseLinkKind.Parent }, work.Now);
            if (await work.Db.Set<CaseLink>().AnyAsync(one => one.FirstCase == link.FirstCase && one.SecondCase == link.SecondCase, cancel)) return LinkFailures.Linked;
            if (link.Kind == CaseLinkKind.Parent && await Refusal(work, from, to, change.By, cancel) is { } refusal) return refusal;
            work.Db.Add(link);
            work.Journal.Write(new CaseLinked(found.Id, other, @as, Teller(found, group)), change.By);
            return null;
        }, cancel);

    // On the timeline of what everybody sees, a line about a secret would tell that there is one.
    internal static CaseLinkTeller Teller(Case found, string? otherGroup) =>
        otherGroup == found.SensitiveGroup ? CaseLinkTeller.Both : found.SensitiveGroup is null ? CaseLinkTeller.Other : CaseLinkTeller.Case;

    // A part has one whole, and is no whole of its own whole; whoever links at the same moment waits. A link that the reader may not know of is not confirmed by the refusal.
    private static async Task<Failure?> Refusal(Work work, CaseId part, CaseId whole, Actor by, CancellationToken cancel)
    {
        await work.WaitTurn("parts of cases", cancel);
        if (await WholeOf(work.Db, part, cancel) is { } has) return await IsKnown(work.Db, has, by, cancel) ? LinkFailures.HasWhole : LinkFailures.NotSo;
        var areKnown = true;
        CaseId? above = whole;
        for (var level = 0; above is { } next; level++)
        {
            areKnown = areKnown && await IsKnown(work.Db, next, by, cancel);
            if (next == part || level == MostLevels) return areKnown ? LinkFailures.Circle : LinkFailures.NotSo;
            above = await WholeOf(work.Db, next, cancel);
        }

        return null;
    }

    private static Task<bool> IsKnown(LoketDb db, CaseId id, Actor by, CancellationToken cancel) => db.Cases.VisibleTo(by).AnyAsync(one => one.Id == id, cancel);

    private static async Task<CaseId?> WholeOf(LoketDb db, CaseId part, CancellationToken cancel) =>
        (await db.Set<CaseLink>().AsNoTracking().FirstOrDefaultAsync(one => one.FromCase == part && one.Kind == CaseLinkKind.Parent, cancel))?.ToCase;
}

/// <summary>Two cases do not belong together after all.</summary>
public sealed class UnlinkCases(CaseChanges changes)
{
    /// <summary>Takes the link away. That one was split off the other is a fact, and stays.</summary>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CaseId other, CancellationToken cancel) =>
        changes.Run(change, new { other }, Right.WorkOnCases, async (work, found) =>
        {
            var theirs = await work.Db.Cases.VisibleTo(change.By).Where(one => one.Id == other).Select(one => new { one.SensitiveGroup }).FirstOrDefaultAsync(cancel);
            var link = await work.Db.Set<CaseLink>().FirstOrDefaultAsync(
                one => (one.FirstCase == found.Id && one.SecondCase == other) || (one.FirstCase == other && one.SecondCase == found.Id), cancel);
            if (theirs is null || link is null or { Kind: CaseLinkKind.SplitOff }) return LinkFailures.NotLinked;
            work.Db.Remove(link);
            work.Journal.Write(new CaseUnlinked(found.Id, other, LinkCases.Teller(found, theirs.SensitiveGroup)), change.By);
            return null;
        }, cancel);
}

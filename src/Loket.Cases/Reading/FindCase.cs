using Loket.Cases.Handovers;
using Loket.Organisation.Rights;
using Loket.Organisation.Settings;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Reading;

/// <summary>Which case a person or program means by a number, its own or a participant's reference, for who may know of it; shows nothing of it,
/// so no look is noted.</summary>
public sealed class FindCase(UnitOfWork unit)
{
    /// <summary>The case that is meant; null where there is none for this reader.</summary>
    public Task<CaseId?> Handle(string? typed, Actor by, CancellationToken cancel) => unit.Read(db => Read(db, typed, by, cancel));

    /// <summary>The same for who has the case before them: it, or the case as part of which it goes on by now; null where it is none for this reader.</summary>
    public Task<CaseId?> Handle(CaseId id, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var whole = await db.Cases.Where(one => one.Id == id).Select(one => one.MergedInto).FirstOrDefaultAsync(cancel);
        return await Known(db, whole ?? id, by, cancel);
    });

    /// <inheritdoc cref="Handle(string, Actor, CancellationToken)" />
    public static async Task<CaseId?> Read(LoketDb db, string? typed, Actor by, CancellationToken cancel) =>
        await Meant(db, typed, cancel) is { } meant ? await db.Cases.VisibleTo(by).Where(one => meant.Contains(one.Id)).Select(one => (CaseId?)one.Id).FirstOrDefaultAsync(cancel) : null;

    /// <summary>The identity of the case that is meant, as part of a query that asks who reads; null where what was typed can be no number.</summary>
    internal static async Task<IQueryable<CaseId>?> Meant(LoketDb db, string? typed, CancellationToken cancel)
    {
        if (await Profiles.MeantBy(db, typed, cancel) is not { } meant) return null;
        var reference = meant.ToString();
        var numbered = db.Cases.Where(one => one.Reference == reference);
        var asking = db.Participants.Where(participant => participant.Reference == reference && participant.LeftAt == null && !numbered.Any());
        // Two questions with an index each: no database uses one for both at once. The number of what goes on as part of another leads to that, by the rights to the whole: a partner
        // has that one, and not the part any more.
        return numbered.Select(one => one.MergedInto ?? one.Id)
            .Concat(asking.Join(db.Cases, participant => participant.CaseId, one => one.Id, (_, one) => one.MergedInto ?? one.Id));
    }

    private static Task<CaseId?> Known(LoketDb db, CaseId id, Actor by, CancellationToken cancel) =>
        db.Cases.VisibleTo(by).Where(one => one.Id == id).Select(one => (CaseId?)one.Id).FirstOrDefaultAsync(cancel);
}

/// <summary>On which case a handover is, or was, for who may know of it.</summary>
public sealed class FindHandover(UnitOfWork unit)
{
    /// <summary>The case; null where there is none for this reader.</summary>
    public Task<CaseId?> Handle(HandoverId id, Actor by, CancellationToken cancel) => unit.Read(async db =>
    {
        var its = await (
            from handover in db.Handovers
            where handover.Id == id
            join one in db.Cases on handover.CaseId equals one.Id
            select new { one.Id, one.MergedInto }).FirstOrDefaultAsync(cancel);
        if (its is null) return null;
        var meant = its.MergedInto ?? its.Id;
        return await db.Cases.VisibleTo(by).Where(one => one.Id == meant).Select(one => (CaseId?)one.Id).FirstOrDefaultAsync(cancel);
    });
}

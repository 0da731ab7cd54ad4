using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Reading;
using Loket.Cases.Register;
using Loket.Cases.Snoozing;
using Loket.Cases.Types;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>Two cases prove to be one: one goes on, the other ends as part of it (row B3). Nothing of either is lost, so it can be taken back.</summary>
public sealed class MergeCase(CaseChanges changes, RepeatWatch repeats, Matters matters)
{
    /// <summary>The case that is changed goes on as part of another, with all who asked for it; they are told once.</summary>
    /// <param name="change">The case that ends.</param>
    /// <param name="into">The number of the case that goes on, or a reference on it, as it was typed.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The case that goes on.</returns>
    public async Task<Result<ChangedCase>> Handle(CaseChange change, string? into, CancellationToken cancel)
    {
        ChangedCase? whole = null;
        var merged = await changes.Run(change, new { into }, Right.WorkOnCases, async (work, part) =>
        {
            if (await FindCase.Read(work.Db, into, change.By, cancel) is not { } id || await CaseChanges.Load(work, id, change.By, cancel) is not { } found) return MergeFailures.Unknown;
            if (await Refusal(work.Db, part, found, cancel) is { } refusal) return refusal;
            part.MergeInto(found.Id, work.Now);
            found.TakeIn(part);
            foreach (var participant in part.Participants.Where(one => one.LeftAt is null).ToList())
            {
                participant.GoOnIn(found.Id);
                // Who may know of what they asked follows the kind of the case on which they stand.
                await matters.Classify(work, participant.Matter, null, found.SensitiveGroup, found.Type, found.Place.Area, cancel);
            }

            work.Db.Entry(found).State = EntityState.Modified;   // who is on a case is part of it
            await Rest(work, part, found, cancel);
            work.Journal.Write(new CaseMerged(found.Id, part.Id, found.Reference, part.Reference), change.By);
            if (part.Danger && found.SetDanger(true)) await DangerAlong.Carry(work, part, found, change.By, cancel);
            await work.Db.SaveChangesAsync(cancel);
            await repeats.Look(work, found, Participant.Contacts(found.Participants), change.By, cancel);
            whole = new ChangedCase(found.Id, found.Reference, found.Status, found.Version);
            return null;
        }, cancel);
        // A wish that was carried out before is told as it is: the case that ended says into which.
        return merged.Succeeded ? whole ?? merged.Value : merged.Failure;
    }

    private static async Task<Failure?> Refusal(LoketDb db, Case part, Case whole, CancellationToken cancel)
    {
        if (part.Id == whole.Id) return MergeFailures.Itself;
        if (part.IsClosed) return CaseFailures.Closed;
        if (whole.IsClosed) return MergeFailures.OtherClosed;
        if (await IsPaper(db, part, cancel) || await IsPaper(db, whole, cancel)) return MergeFailures.Paper;
        if (part.SensitiveGroup != whole.SensitiveGroup) return MergeFailures.OtherGroup;
        if (await db.Cases.AnyAsync(one => one.MergedInto == part.Id, cancel)) return MergeFailures.HasParts;
        if (await TakeBack.Live(db, part.Id, cancel) is { } handover && (await TakeBack.Live(db, whole.Id, cancel))?.Partner != handover.Partner) return MergeFailures.WithPartner;
        // What was promised to those of the one stays promised: nobody gets more time by merging.
        return part.DeadlineAt < whole.DeadlineAt ? MergeFailures.OtherLater : null;
    }

    private static async Task<bool> IsPaper(LoketDb db, Case one, CancellationToken cancel) => one.ProposedPaper is not null || (await db.TypeOf(one.Type, cancel))?.FormalPaper is not null;

    // What would be done about it by itself is done about the whole.
    private static async Task Rest(Work work, Case part, Case whole, CancellationToken cancel)
    {
        await work.Jobs.Cancel(WatchDeadline.Once(part.Id), cancel);
        await work.Jobs.Cancel(EndPause.Once(part.Id), cancel);
        await work.Jobs.Cancel(EndSnooze.Once(part.Id), cancel);
        if (await TakeBack.Live(work.Db, part.Id, cancel) is not { } handover) return;
        await work.Jobs.Cancel(WatchHandover.Once(handover.Id), cancel);
        await HandoverFiles.GoOn(work, handover, (await TakeBack.Live(work.Db, whole.Id, cancel))!, cancel);
    }
}

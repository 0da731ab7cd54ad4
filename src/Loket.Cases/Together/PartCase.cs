using Loket.Cases.Handling;
using Loket.Cases.Handovers;
using Loket.Cases.Norms;
using Loket.Cases.Participants;
using Loket.Cases.Register;
using Loket.Cases.Snoozing;
using Loket.Contacts;
using Loket.Kernel;
using Loket.Organisation.Rights;
using Loket.Storage;
using Microsoft.EntityFrameworkCore;

namespace Loket.Cases.Together;

/// <summary>Two cases that were taken for one are two again: what was of each is of each, and what came in since stays where it came in.</summary>
public sealed class PartCase(CaseChanges changes, DeadlineKeeper deadlines, HandoverOffers offers, Matters matters)
{
    /// <summary>A case that went on as part of another goes on by itself, as it stood; who asked for it is told. As long as the other is open.</summary>
    /// <param name="change">The case that went on.</param>
    /// <param name="id">The case that became part of it.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Result<ChangedCase>> Handle(CaseChange change, CaseId id, CancellationToken cancel) =>
        changes.Run(change, new { id }, Right.WorkOnCases, async (work, whole) =>
        {
            if (await CaseChanges.Load(work, id, change.By, cancel) is not { } part || part.MergedInto != whole.Id) return MergeFailures.NotMerged;
            if (whole.IsClosed) return CaseFailures.Closed;
            // What became a secret while it was one does not come into the open by being two.
            if (part.SensitiveGroup != whole.SensitiveGroup) return MergeFailures.OtherGroup;
            var theirs = whole.Participants.Where(one => one.MergedFrom == id).ToList();
            part.GoOnAlone();
            await FormerHandler.Check(work, part, change.By, cancel);
            foreach (var participant in theirs)
            {
                participant.GoBack();
                if (participant.LeftAt is null)
                    await matters.Classify(work, participant.Matter, await SubjectOf(work, participant.Matter, whole, part, cancel), part.SensitiveGroup, part.Type, part.Place.Area, cancel);
            }

            work.Db.Entry(whole).State = EntityState.Modified;   // who is on a case is part of it
            work.Journal.Write(new CaseParted(part.Id, whole.Id, part.Reference, whole.Reference), change.By);
            if (part.Danger && !await DangerAlong.IsOn(work, part, cancel)) await DangerAlong.Carry(work, whole, part, change.By, cancel);
            await work.Db.SaveChangesAsync(cancel);
            foreach (var one in new[] { whole, part }) RepeatWatch.Weigh(one, Participant.Contacts(one.Participants));
            await Wake(work, part, cancel);
            return null;
        }, cancel);

    // A subject that was chosen for the whole is that of the part no more; one of its own stays.
    private async Task<string?> SubjectOf(Work work, MatterId id, Case whole, Case part, CancellationToken cancel) =>
        (await matters.Find(work.Db, id, Actor.System, cancel))?.Category == whole.Category ? part.Category : null;

    private async Task Wake(Work work, Case part, CancellationToken cancel)
    {
        await deadlines.SetTimer(work, part, cancel);
        await Waking.SetTimer(work, part, cancel);
        if (part.Pauses.FirstOrDefault(pause => pause.Until is null) is { } pause) work.Jobs.Add(new EndPause(part.Id), pause.Ends, EndPause.Once(part.Id));
        if (await TakeBack.Live(work.Db, part.Id, cancel) is { } handover) await offers.Watch(work, handover, work.Now, cancel);
    }
}
